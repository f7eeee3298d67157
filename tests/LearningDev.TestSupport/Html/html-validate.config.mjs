// What html-validate asks of every page. Each rule that is changed says why; the changes were found on
// the fixtures of govuk-frontend, whose markup the portal reproduces to the letter.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Spaces at the end of a line reach no reader; the components' templates leave some.
    "no-trailing-whitespace": "off",
    // Tick boxes of one question share a name, as radio buttons do.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
    // The date input has role="group" on its fieldset, for older screen readers.
    "no-redundant-role": "off",
    // Links that look and act like buttons (the start button) and the notification banner's region.
    "prefer-native-element": ["error", { exclude: ["button", "region"] }],
  },
};
