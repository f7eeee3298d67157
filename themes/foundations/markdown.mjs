// A box for Markdown that is easy on people who do not know Markdown: a toolbar, tidy pasting, a preview that the portal makes, and links, pictures and videos by search.
import { Combobox, fetchJson } from './combobox.mjs'

const writing = '/api/content/writing'
const previewAfter = 400

export function helpWriting () {
  for (const box of document.querySelectorAll('[data-markdown]')) new Writing(box)
}

class Writing {
  constructor (box) {
    this.box = box
    this.name = box.dataset.markdown
    this.text = box.querySelector('textarea')
    this.said = element('div', { className: 'govuk-visually-hidden', role: 'status' })
    this.shown = box.querySelector('[data-markdown-shown]')
    this.previewButton = box.querySelector('[data-markdown-preview]')
    this.toolbar = new Toolbar(this.text, this.name, [
      ['Bold', () => this.wrap('**', 'bold text'), 'b'],
      ['Italic', () => this.wrap('*', 'italic text'), 'i'],
      ['Heading', () => this.prefix(() => '## ')],
      ['List', () => this.prefix(() => '- ')],
      ['Numbered list', () => this.prefix(index => `${index + 1}. `)],
      ['Link', () => this.ask('link'), 'k'],
      ['Table', () => this.insertBlock('| Heading | Heading |\n| --- | --- |\n| Text | Text |\n| Text | Text |')],
      ['Picture', () => this.ask('picture')],
      ['Video', () => this.ask('video')]
    ])
    this.text.before(this.toolbar.element)
    // The buttons write that.
    box.querySelector('[data-markdown-syntax]').hidden = true
    box.append(this.said)
    this.text.addEventListener('keydown', event => this.toolbar.press(event))
    this.text.addEventListener('paste', event => this.paste(event))
    this.text.addEventListener('input', () => this.preview(previewAfter))
    this.previewButton.setAttribute('aria-expanded', String(!this.shown.hidden))
    this.previewButton.addEventListener('click', event => {
      event.preventDefault()
      this.shown.hidden = !this.shown.hidden
      this.previewButton.setAttribute('aria-expanded', String(!this.shown.hidden))
      this.preview(0)
    })
  }

  get selected () {
    return this.text.value.slice(this.text.selectionStart, this.text.selectionEnd)
  }

  // As if it had been typed, so that it can be undone.
  insert (words, selectFrom = words.length, selectTo = selectFrom) {
    const start = this.text.selectionStart
    this.text.focus()
    if (!document.execCommand('insertText', false, words)) {
      this.text.setRangeText(words, start, this.text.selectionEnd, 'end')
      this.text.dispatchEvent(new Event('input', { bubbles: true }))
    }
    this.text.setSelectionRange(start + selectFrom, start + selectTo)
  }

  // Presses a second time takes the marks away.
  wrap (mark, example) {
    const { selectionStart: start, selectionEnd: end, value } = this.text
    if (value.slice(start - mark.length, start) === mark && value.slice(end, end + mark.length) === mark) {
      const words = this.selected
      this.text.setSelectionRange(start - mark.length, end + mark.length)
      this.insert(words, 0, words.length)
      return
    }
    const words = this.selected.trim() || example
    this.insert(`${mark}${words}${mark}`, mark.length, mark.length + words.length)
  }

  prefix (mark) {
    const { value, selectionStart, selectionEnd } = this.text
    const start = value.lastIndexOf('\n', selectionStart - 1) + 1
    const next = value.indexOf('\n', selectionEnd)
    const end = next < 0 ? value.length : next
    const lines = value.slice(start, end).split('\n')
    const bare = lines.map(line => line.replace(/^(#{1,6} |[-*+] |\d+\. )/, ''))
    const marked = bare.map((line, index) => mark(index) + line)
    const words = (lines.every((line, index) => line === marked[index]) ? bare : marked).join('\n')
    this.text.setSelectionRange(start, end)
    this.insert(words)
  }

  insertBlock (block) {
    const { value, selectionStart } = this.text
    const before = value.slice(0, selectionStart)
    this.text.setSelectionRange(selectionStart, selectionStart)
    this.insert((before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n') + block + '\n\n')
  }

  ask (kind) {
    const place = [this.text.selectionStart, this.text.selectionEnd]
    new InsertDialog(kind, this.selected, markdown => {
      this.text.setSelectionRange(...place)
      if (kind === 'video') this.insertBlock(markdown)
      else this.insert(markdown)
    }, () => this.text.focus())
  }

  async paste (event) {
    const html = event.clipboardData?.getData('text/html')
    if (!html || !/<(p|div|h[1-6]|ul|ol|li|table|b|strong|i|em|a|br|span)[\s>]/i.test(html)) return
    event.preventDefault()
    const plain = event.clipboardData.getData('text/plain')
    this.text.readOnly = true
    let pasted = null
    try {
      const response = await fetch(`${writing}/paste`, { method: 'POST', body: this.asForm(html) })
      if (response.ok) pasted = await response.json()
    } catch {
      // Out of reach: the words alone are better than nothing.
    }
    this.text.readOnly = false
    this.insert(pasted ? pasted.markdown : plain)
    this.said.textContent = !pasted ? 'Pasted as plain text'
      : pasted.picturesLeftOut === 0 ? 'Pasted'
        : `Pasted without ${pasted.picturesLeftOut === 1 ? '1 picture' : `${pasted.picturesLeftOut} pictures`}: add pictures with the Picture button`
  }

  asForm (text) {
    return new URLSearchParams({ text, __RequestVerificationToken: this.text.form.elements.namedItem('__RequestVerificationToken').value })
  }

  preview (after) {
    clearTimeout(this.timer)
    if (this.shown.hidden) return
    this.timer = setTimeout(() => {
      // A document that comes so is taken apart by the browser without running anything in it.
      const request = new XMLHttpRequest()
      request.open('POST', `${writing}/preview`)
      request.responseType = 'document'
      request.addEventListener('load', () => {
        if (request.status === 200 && request.response) {
          this.shown.querySelector('[data-markdown-text]').replaceChildren(...request.response.body.childNodes)
        }
      })
      request.send(this.asForm(this.text.value))
    }, after)
  }
}

// The toolbar of the ARIA Authoring Practices: one stop for Tab, arrows between the buttons.
class Toolbar {
  constructor (text, name, buttons) {
    this.keys = new Map()
    this.element = element('div', { className: 'app-toolbar-buttons', role: 'toolbar', 'aria-label': `Formatting of ${name}`, 'aria-controls': text.id })
    this.buttons = buttons.map(([label, press, key], index) => {
      const button = element('button', { type: 'button', className: 'app-toolbar-buttons__button', textContent: label, tabIndex: index === 0 ? 0 : -1 })
      if (key) {
        this.keys.set(key, press)
        button.title = `${label} (Ctrl+${key.toUpperCase()})`
        button.setAttribute('aria-keyshortcuts', `Control+${key.toUpperCase()}`)
      }
      button.addEventListener('click', press)
      return button
    })
    this.element.append(...this.buttons)
    this.element.addEventListener('keydown', event => this.move(event))
  }

  move (event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const now = this.buttons.indexOf(document.activeElement)
    const next = step ? (now + step + this.buttons.length) % this.buttons.length
      : event.key === 'Home' ? 0 : event.key === 'End' ? this.buttons.length - 1 : -1
    if (next < 0) return
    event.preventDefault()
    for (const [index, button] of this.buttons.entries()) button.tabIndex = index === next ? 0 : -1
    this.buttons[next].focus()
  }

  press (event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    const press = this.keys.get(event.key.toLowerCase())
    if (!press) return
    event.preventDefault()
    press()
  }
}

const kinds = {
  link: { title: 'Add a link', search: 'Page of the portal, or an address', hint: 'Search by words of the title, or paste an address.', words: 'Words of the link', button: 'Add the link' },
  picture: { title: 'Add a picture', search: 'Picture in the library', hint: 'Search by the file’s name or what it shows.', library: 'Picture', words: 'What the picture shows', button: 'Add the picture' },
  video: { title: 'Add a video', search: 'Video in the library', hint: 'Search by the file’s name or what it shows.', library: 'Video', words: 'What the video shows', button: 'Add the video' }
}

let dialogs = 0

async function pages (text, signal) {
  return (await fetchJson(`${writing}/pages`, text, signal))?.picks
}

async function files (kind, text, signal) {
  const found = await fetchJson(`/content/media/find?kind=${kind}`, text, signal)
  return found?.files.map(file => ({ id: file.url, name: file.path, note: file.text }))
}

class InsertDialog {
  constructor (kind, selected, insert, done) {
    this.kind = kinds[kind]
    this.isLink = kind === 'link'
    this.insert = insert
    this.id = `insert-${++dialogs}`
    this.dialog = element('dialog', { className: 'app-dialog', 'aria-labelledby': `${this.id}-title` })
    // The dialog stands outside the form, so that Enter in it does not save the item.
    const form = element('form', { method: 'dialog', noValidate: true })
    this.search = this.field('search', this.kind.search, this.kind.hint)
    this.words = this.field('words', this.kind.words, this.isLink ? '' : 'For people who cannot see it.')
    this.words.input.value = selected
    this.error = element('p', { className: 'govuk-error-message', role: 'alert', hidden: true })
    form.append(
      element('h2', { className: 'govuk-heading-m', id: `${this.id}-title`, textContent: this.kind.title }),
      this.error, this.search.group, this.words.group, this.actions())
    form.addEventListener('submit', event => this.submit(event))
    this.dialog.append(form)
    this.dialog.addEventListener('close', () => {
      this.dialog.remove()
      done()
    })
    document.body.append(this.dialog)
    this.dialog.showModal()
    this.find(this.search, entry => {
      if (this.words.input.value === '') this.words.input.value = this.isLink ? entry.name : entry.note
      this.words.input.focus()
    })
    this.search.input.focus()
  }

  field (name, label, hint) {
    const id = `${this.id}-${name}`
    const input = element('input', { id, type: 'text', className: 'govuk-input', autocomplete: 'off' })
    const group = element('div', { className: 'govuk-form-group app-dialog__field' })
    group.append(element('label', { className: 'govuk-label', htmlFor: id, textContent: label }))
    if (hint) {
      group.append(element('div', { className: 'govuk-hint', id: `${id}-hint`, textContent: hint }))
      input.setAttribute('aria-describedby', `${id}-hint`)
    }
    group.append(input)
    return { group, input, address: '' }
  }

  find (field, chosen) {
    field.input.addEventListener('input', () => { field.address = '' })
    new Combobox(field.input, {
      words: { list: 'What is found', one: 'result', many: 'results' },
      keepsEnter: !this.isLink,
      find: (text, signal) => this.isLink ? pages(text, signal) : files(this.kind.library, text, signal),
      choose: entry => {
        field.input.value = entry.name
        field.address = entry.id
        chosen(entry)
      }
    })
  }

  actions () {
    const actions = element('div', { className: 'govuk-button-group' })
    const cancel = element('button', { type: 'button', className: 'govuk-button govuk-button--secondary', textContent: 'Cancel' })
    cancel.addEventListener('click', () => this.dialog.close())
    actions.append(element('button', { type: 'submit', className: 'govuk-button', textContent: this.kind.button }), cancel)
    return actions
  }

  submit (event) {
    event.preventDefault()
    const typed = this.search.input.value.trim()
    const address = this.search.address || (this.isLink && /^(https?:\/\/|mailto:|\/(?!\/)|#)\S+$/i.test(typed) ? typed : '')
    if (address === '') {
      this.error.textContent = this.isLink
        ? 'Choose a page from the list, or paste an address that begins with https://, mailto: or /'
        : 'Choose a file from the list. Files are added to the library before they are used'
      this.error.hidden = false
      this.search.input.setAttribute('aria-invalid', 'true')
      this.search.input.focus()
      return
    }
    const words = this.words.input.value.trim().replace(/([\\[\]*_`])/g, '\\$1')
    const target = address.replace(/[()\s]/g, sign => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'))
    const markdown = this.isLink ? `[${words || typed}](${target})` : `![${words}](${target})`
    this.dialog.close()
    this.insert(markdown)
  }
}

function element (name, properties) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (key in made && !key.includes('-') && key !== 'role') made[key] = value
    else made.setAttribute(key, value)
  }
  return made
}
