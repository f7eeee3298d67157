// A field that offers what can be chosen below it while somebody types: the combobox with a listbox of the ARIA Authoring Practices (ARIA 1.2).
// The plain field stays what it was, so nothing typed is lost.
const quietTime = 150
const shortest = 2

export class Combobox {
  active = -1
  options = []
  entries = []

  /**
   * @param input the field
   * @param words what the options are called: { list: 'Suggestions', one: 'suggestion', many: 'suggestions' }
   * @param find asks for entries { name, note? } that fit a text; is given a signal that tells it to stop
   * @param choose is called with the entry that was chosen
   * @param keepsEnter true when Enter never sends the form
   */
  constructor (input, { words, find, choose, keepsEnter = false }) {
    Object.assign(this, { input, words, find, chosen: choose, keepsEnter })
    this.list = document.createElement('ul')
    this.list.id = `${input.id}-suggestions`
    this.list.className = 'app-suggestions'
    this.list.hidden = true
    this.list.setAttribute('role', 'listbox')
    this.list.setAttribute('aria-label', words.list)
    this.said = document.createElement('div')
    this.said.className = 'govuk-visually-hidden'
    this.said.setAttribute('aria-live', 'polite')
    input.parentElement.append(this.list, this.said)
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.list.id, autocapitalize: 'none' }
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)

    input.addEventListener('input', () => this.type())
    input.addEventListener('keydown', event => this.press(event))
    input.addEventListener('blur', () => this.stop())
    input.form?.addEventListener('submit', () => this.stop())
    // The field keeps the focus while an option is pressed; else it would close the list before the click arrives.
    this.list.addEventListener('mousedown', event => event.preventDefault())
    this.list.addEventListener('click', event => {
      const option = event.target.closest('[role=option]')
      if (option) this.choose(option)
    })
  }

  type () {
    this.stop()
    const text = this.input.value.trim()
    if (text.length >= shortest) this.timer = setTimeout(() => this.ask(text), quietTime)
  }

  async ask (text) {
    this.request = new AbortController()
    try {
      const entries = await this.find(text, this.request.signal)
      if (entries) this.show(entries)
    } catch {
      // Asked again since, or the portal is out of reach: sending the form will say so.
    }
  }

  show (entries) {
    if (document.activeElement !== this.input) return
    this.entries = entries
    this.options = entries.map((entry, index) => {
      const option = document.createElement('li')
      option.id = `${this.list.id}-${index}`
      option.className = 'app-suggestions__option'
      option.setAttribute('role', 'option')
      option.setAttribute('aria-selected', 'false')
      option.textContent = entry.name
      if (entry.note) {
        const note = document.createElement('span')
        note.className = 'app-suggestions__note'
        note.textContent = ` ${entry.note}`
        option.append(note)
      }
      return option
    })
    this.list.replaceChildren(...this.options)
    this.active = -1
    this.open(entries.length > 0)
    this.said.textContent = entries.length === 0
      ? `No ${this.words.many}`
      : `${entries.length} ${entries.length === 1 ? this.words.one : this.words.many}. Use the up and down arrows to choose one.`
  }

  open (isOpen) {
    this.list.hidden = !isOpen
    this.input.setAttribute('aria-expanded', String(isOpen))
    if (!isOpen) this.activate(-1)
  }

  get isOpen () {
    return !this.list.hidden
  }

  // Nothing that was asked for may still open the list.
  stop () {
    clearTimeout(this.timer)
    this.request?.abort()
    this.open(false)
    this.said.textContent = ''
  }

  press (event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key === 'Enter' && this.active >= 0) this.choose(this.options[this.active])
    else if (event.key === 'Enter' && this.keepsEnter) this.ask(this.input.value.trim())
    else if (event.key === 'Escape' && this.isOpen) this.stop()
    else if (event.key === 'ArrowUp' && event.altKey) this.open(false)
    else if (event.key === 'ArrowDown' && event.altKey) this.open(this.options.length > 0)
    else if (event.key === 'ArrowDown') this.move(1)
    else if (event.key === 'ArrowUp') this.move(-1)
    else return
    event.preventDefault()
  }

  // One place before the first and after the last is the field itself.
  move (step) {
    if (this.options.length === 0) return
    if (!this.isOpen) this.open(true)
    const places = this.options.length + 1
    this.activate((this.active + 1 + step + places) % places - 1)
  }

  activate (index) {
    this.options[this.active]?.setAttribute('aria-selected', 'false')
    this.active = index
    const option = this.options[index]
    if (option) {
      option.setAttribute('aria-selected', 'true')
      option.scrollIntoView({ block: 'nearest' })
      this.input.setAttribute('aria-activedescendant', option.id)
    } else {
      this.input.removeAttribute('aria-activedescendant')
    }
  }

  choose (option) {
    const entry = this.entries[this.options.indexOf(option)]
    this.stop()
    this.chosen(entry)
  }
}

// Asks an address for JSON; null when it does not answer with any.
export async function fetchJson (address, text, signal) {
  const response = await fetch(`${address}${address.includes('?') ? '&' : '?'}q=${encodeURIComponent(text)}`, { signal, headers: { accept: 'application/json' } })
  return response.ok ? response.json() : null
}
