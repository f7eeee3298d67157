// A field of a step's form that means something only with some choices of another: it is shown when one of them is made. Without script its hint says so.
export function showWhatMatters () {
  for (const form of document.querySelectorAll('.app-step-form')) {
    const fields = [...form.querySelectorAll('[data-only-when]')]
    if (fields.length === 0) continue
    const update = () => {
      for (const field of fields) {
        const wanted = field.dataset.onlyWhenIs.toLowerCase().split('|')
        field.hidden = field.querySelector('.govuk-error-message') === null && !wanted.includes(chosen(form, field.dataset.onlyWhen))
      }
    }
    form.addEventListener('change', update)
    update()
  }
}

function chosen (form, name) {
  const inputs = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)]
  const choices = inputs.filter(input => input.type === 'radio' || input.type === 'checkbox')
  const value = choices.length > 0 ? choices.find(input => input.checked)?.value ?? (choices[0].type === 'checkbox' ? 'false' : '') : inputs[0]?.value ?? ''
  return value.toLowerCase()
}
