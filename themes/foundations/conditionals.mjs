// Radios that show further fields. GOV.UK Frontend says so with aria-expanded, which a radio button cannot have (WAI-ARIA 1.2, role radio): the style shows
// the fields of the button that is chosen, which follow it.
export function showWhatIsChosen () {
  for (const input of document.querySelectorAll('.govuk-radios__input[data-aria-controls]')) {
    const fields = document.getElementById(input.getAttribute('data-aria-controls'))
    input.removeAttribute('data-aria-controls')
    if (!fields) continue
    fields.classList.remove('govuk-radios__conditional--hidden')
    fields.classList.add('app-shown-when-chosen')
  }
}
