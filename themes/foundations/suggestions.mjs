// Suggestions below a search box: choosing one searches for it, and the form can be sent at any time.
import { Combobox, fetchJson } from './combobox.mjs'

const words = { list: 'Suggestions', one: 'suggestion', many: 'suggestions' }

export function suggestInSearchBoxes () {
  for (const input of document.querySelectorAll('input[data-suggestions]')) {
    new Combobox(input, {
      words,
      find: async (text, signal) => (await fetchJson(input.dataset.suggestions, text, signal))?.titles.map(name => ({ name })),
      choose: entry => {
        input.value = entry.name
        input.form.requestSubmit()
      }
    })
  }
}
