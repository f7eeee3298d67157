// A field of an editor's form whose values are found by searching. What is chosen stands in the form as rows, which can be moved and taken out without a new page.
import { Combobox, fetchJson } from './combobox.mjs'

const words = { list: 'What is found', one: 'result', many: 'results' }

export function pickBySearch () {
  for (const fieldset of document.querySelectorAll('[data-picker]')) new Picker(fieldset)
}

class Picker {
  constructor (fieldset) {
    this.list = fieldset.querySelector('[data-picker-list]')
    this.row = fieldset.querySelector('[data-picker-row]')
    this.input = fieldset.querySelector('input[type=text]')
    this.isSeveral = fieldset.dataset.pickerSeveral === 'true'
    this.said = document.createElement('div')
    this.said.className = 'govuk-visually-hidden'
    this.said.setAttribute('aria-live', 'polite')
    fieldset.append(this.said)
    fieldset.querySelector('[data-picker-find]').hidden = true
    new Combobox(this.input, {
      words,
      keepsEnter: true,
      find: async (text, signal) => (await fetchJson(fieldset.dataset.picker, text, signal))?.picks,
      choose: entry => this.add(entry)
    })
    this.list.addEventListener('click', event => this.press(event))
  }

  add (entry) {
    this.input.value = ''
    if ([...this.list.querySelectorAll('input')].some(input => input.value === entry.id)) {
      this.say(`${entry.name} is chosen already`)
      return
    }
    const row = this.row.content.firstElementChild.cloneNode(true)
    row.querySelector('input').value = entry.id
    for (const place of row.querySelectorAll('[data-picker-name]')) place.textContent = entry.name
    row.querySelector('[data-picker-note]').textContent = entry.note
    if (!this.isSeveral) this.list.replaceChildren()
    this.list.append(row)
    this.change(`${entry.name} is added`)
  }

  press (event) {
    const button = event.target.closest('button')
    if (!button) return
    event.preventDefault()
    const row = button.closest('[data-picker-chosen]')
    const name = row.querySelector('[data-picker-name]').textContent
    if (button.matches('[data-picker-out]')) {
      const next = row.nextElementSibling ?? row.previousElementSibling
      row.remove()
      ;(next?.querySelector('[data-picker-out]') ?? this.input).focus()
      this.change(`${name} is taken out`)
    } else {
      row.previousElementSibling.before(row)
      this.change(`${name} is number ${[...this.list.children].indexOf(row) + 1}`)
      ;(button.hidden ? row.querySelector('[data-picker-out]') : button).focus()
    }
  }

  // The first row cannot move up.
  change (words) {
    for (const [index, row] of [...this.list.children].entries()) {
      const up = row.querySelector('[data-picker-up]')
      if (up) up.hidden = index === 0
    }
    this.say(words)
    this.list.dispatchEvent(new Event('input', { bubbles: true }))
  }

  say (words) {
    this.said.textContent = words
  }
}
