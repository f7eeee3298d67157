// The media library: uploads one file after the other and shows how far each is; finds files for a field while the form stays as it is.
// Without this script the forms are sent as they are.
const small = 'govuk-body-s'

export function useMedia () {
  for (const form of document.querySelectorAll('form[data-media-upload]')) new Upload(form)
  for (const picker of document.querySelectorAll('[data-media-picker]')) new Picker(picker)
  for (const button of document.querySelectorAll('.govuk-file-upload-button')) nameByWhatIsSeen(button)
}

// GOV.UK Frontend names the button after itself and puts a hidden comma among its words, so that its name is not what people see (WCAG 2.2, 2.5.3).
function nameByWhatIsSeen (button) {
  const seen = [...button.children].filter(child => !child.classList.contains('govuk-visually-hidden'))
  for (const [index, child] of seen.entries()) {
    child.id = `${button.id}-seen-${index}`
    child.before(' ')
  }
  button.setAttribute('aria-labelledby', [`${button.id}-label`, ...seen.map(child => child.id)].join(' '))
}

function element (name, className, text = '') {
  const made = document.createElement(name)
  if (className) made.className = className
  made.textContent = text
  return made
}

class Upload {
  constructor (form) {
    this.form = form
    this.list = form.querySelector('[data-media-uploads]')
    this.said = form.querySelector('[data-media-said]')
    form.addEventListener('submit', event => {
      const files = [...form.querySelector('input[type=file]').files]
      if (files.length === 0) return
      event.preventDefault()
      if (!this.isBusy) this.sendAll(files)
    })
    // Whoever leaves would stop what is on its way.
    window.addEventListener('beforeunload', event => { if (this.isBusy) event.preventDefault() })
  }

  async sendAll (files) {
    this.isBusy = true
    this.list.hidden = false
    this.list.replaceChildren()
    const taken = []
    let failed = 0
    for (const [index, file] of files.entries()) {
      this.said.textContent = `Uploading ${index + 1} of ${files.length}: ${file.name}`
      const answer = await this.send(file)
      if (answer.ids) taken.push(...answer.ids)
      else failed++
      this.next = answer.next ?? this.next
    }
    this.isBusy = false
    const address = this.addressOf(taken)
    if (failed === 0) location.assign(address)
    else this.tell(failed, taken.length, address)
  }

  addressOf (ids) {
    if (ids.length < 2) return this.next
    return `/content/media/describe?${ids.map(id => `id=${encodeURIComponent(id)}`).join('&')}`
  }

  tell (failed, taken, address) {
    this.said.textContent = `${failed} of ${failed + taken} files cannot be used.`
    this.form.querySelector('input[type=file]').value = ''
    if (taken > 0) {
      const link = element('a', 'govuk-link', taken === 1 ? 'Go on with the file that is uploaded' : `Go on with the ${taken} files that are uploaded`)
      link.href = address
      const item = element('li', 'app-media-uploads__item')
      item.append(link)
      this.list.append(item)
    }
    this.list.setAttribute('tabindex', '-1')
    this.list.focus()
  }

  send (file) {
    const item = element('li', 'app-media-uploads__item')
    const bar = element('progress', 'app-media-uploads__bar')
    bar.max = 1
    bar.value = 0
    bar.setAttribute('aria-label', file.name)
    const words = element('p', 'app-media-uploads__words', file.name)
    item.append(words, bar)
    this.list.append(item)
    const refuse = why => {
      bar.remove()
      words.textContent = why
      words.className = 'govuk-error-message'
      return {}
    }
    if (file.size > Number(this.form.dataset.largest)) {
      return refuse(`${file.name} is too big: files may have ${Math.floor(this.form.dataset.largest / 1048576)}MB at most.`)
    }
    const data = new FormData(this.form)
    data.delete('Files')
    data.append('Files', file)
    return new Promise(resolve => {
      const request = new XMLHttpRequest()
      request.open('POST', this.form.action)
      request.setRequestHeader('accept', 'application/json')
      request.responseType = 'json'
      request.upload.addEventListener('progress', event => { if (event.lengthComputable) bar.value = event.loaded / event.total })
      request.addEventListener('load', () => {
        if (request.status === 200 && request.response?.ids) {
          bar.value = 1
          words.textContent = `${file.name} is uploaded`
          resolve(request.response)
        } else if (request.status === 413) resolve(refuse(`${file.name} is too big.`))
        else resolve(refuse(request.response?.error ?? `${file.name} could not be uploaded. Reload the page and try again.`))
      })
      request.addEventListener('error', () => resolve(refuse(`${file.name} could not be uploaded: the connection broke, or it is too big.`)))
      request.send(data)
    })
  }
}

class Picker {
  constructor (box) {
    this.box = box
    this.input = box.querySelector('.app-media-find input')
    this.results = box.querySelector('[data-media-results]')
    const button = box.querySelector('[data-media-find]')
    this.name = button.value.split(' ')[1]
    button.addEventListener('click', event => { event.preventDefault(); this.find() })
    this.input.addEventListener('keydown', event => {
      if (event.key === 'Enter') { event.preventDefault(); this.find() }
    })
  }

  async find () {
    const address = `${this.box.dataset.mediaPicker}?q=${encodeURIComponent(this.input.value)}`
    try {
      const response = await fetch(address, { headers: { accept: 'application/json' } })
      if (!response.ok) throw new Error(String(response.status))
      this.show(await response.json())
    } catch {
      this.results.replaceChildren(element('p', 'govuk-error-message', 'The library could not be asked. Try again.'))
    }
  }

  show (found) {
    const kept = [...this.results.querySelectorAll('input:checked')].map(input => input.closest('.app-media-option'))
    const ticked = new Set(kept.map(option => option.querySelector('input').value))
    const options = found.files.filter(file => !ticked.has(file.path)).map((file, index) => this.option(file, index))
    const list = element('div', 'govuk-checkboxes govuk-checkboxes--small')
    list.append(...kept, ...options)
    const words = found.total === 0
      ? 'No file is like that.'
      : found.total > found.files.length ? `The newest ${found.files.length} of ${found.total} files. Tick what to add, then save.` : 'Tick what to add, then save.'
    this.results.replaceChildren(element('p', small, words), list)
  }

  option (file, index) {
    const item = element('div', 'govuk-checkboxes__item app-media-option')
    const input = element('input', 'govuk-checkboxes__input')
    input.type = 'checkbox'
    input.name = this.name
    input.value = file.path
    input.id = `${this.input.id}-found-${Date.now().toString(36)}-${index}`
    input.disabled = !file.isDescribed
    const label = element('label', 'govuk-label govuk-checkboxes__label')
    label.htmlFor = input.id
    if (file.thumbnail) {
      const picture = element('img', 'app-media-option__picture')
      picture.src = file.thumbnail
      picture.alt = ''
      label.append(picture)
    }
    label.append(element('span', '', `${file.path} (${file.format}, ${file.size})${file.isDescribed ? '' : ': it has no alternative text yet'}`))
    item.append(input, label)
    return item
  }
}
