// Suggestions below a search box while somebody types: the combobox with a listbox of the ARIA Authoring Practices (ARIA 1.2).
// The plain field stays what it was, so nothing typed is lost, and the form can be sent at any time.
const quietTime = 150
const shortest = 2

export function suggestInSearchBoxes () {
  for (const input of document.querySelectorAll('input[data-suggestions]')) new Suggestions(input)
}

class Suggestions {
  active = -1
  options = []

  constructor (input) {
    this.input = input
    this.list = document.createElement('ul')
    this.list.id = `${input.id}-suggestions`
    this.list.className = 'app-suggestions'
    this.list.hidden = true
    this.list.setAttribute('role', 'listbox')
    this.list.setAttribute('aria-label', 'Suggestions')
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
      const response = await fetch(`${this.input.dataset.suggestions}?q=${encodeURIComponent(text)}`, {
        signal: this.request.signal,
        headers: { accept: 'application/json' }
      })
      if (response.ok) this.show((await response.json()).titles)
    } catch {
      // Asked again since, or the portal is out of reach: the search itself will say so.
    }
  }

  show (titles) {
    if (document.activeElement !== this.input) return
    this.options = titles.map((title, index) => {
      const option = document.createElement('li')
      option.id = `${this.list.id}-${index}`
      option.className = 'app-suggestions__option'
      option.setAttribute('role', 'option')
      option.setAttribute('aria-selected', 'false')
      option.textContent = title
      return option
    })
    this.list.replaceChildren(...this.options)
    this.active = -1
    this.open(titles.length > 0)
    this.said.textContent = titles.length === 0
      ? 'No suggestions'
      : `${titles.length} ${titles.length === 1 ? 'suggestion' : 'suggestions'}. Use the up and down arrows to choose one.`
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
    this.input.value = option.textContent
    this.stop()
    this.input.form.requestSubmit()
  }
}
