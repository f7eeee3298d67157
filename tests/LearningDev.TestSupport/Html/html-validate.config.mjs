// What html-validate asks of every page. Each rule that is changed says why; the changes were found on
// the fixtures of govuk-frontend, whose markup the portal reproduces to the letter.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Spaces at the end of a line reach no reader; the components' templates leave some.
    "no-trailing-whitespace": "off",
    // ASP.NET Core writes <input ... />; HTML allows the stroke and takes no notice of it.
    "void-style": "off",
    // ASP.NET Core writes open="open"; HTML allows that as well as the bare word.
    "attribute-boolean-style": "off",
    // Tick boxes of one question share a name, and so do the rows of a list that is edited in one form.
    "form-dup-name": "off",
    // A list may have a name, and screen readers say it.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // Seventy characters are what search engines show; they do not come here.
    "long-title": "off",
    // The date input has role="group" on its fieldset, for older screen readers.
    "no-redundant-role": "off",
    // Links that look and act like buttons (the start button) and the notification banner's region.
    "prefer-native-element": ["error", { exclude: ["button", "region"] }],
  },
};
