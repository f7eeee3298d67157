// An editor's open form: what is typed is kept for the person until it is saved, and the form says who else is at the item.
const hearEvery = 60_000
const longestPause = 60_000
// What a browser sends while a page goes away may have no more (Fetch standard, keepalive).
const mostWhenLeaving = 60_000
const ofItself = ['__RequestVerificationToken', 'VersionId', 'Revision']

export function keepOpenForms () {
  for (const form of document.querySelectorAll('form[data-open-form]')) new OpenForm(form)
}

class OpenForm {
  isChanged = false
  isLeaving = false
  failures = 0

  constructor (form) {
    this.form = form
    this.quiet = Number(form.dataset.keepAfter) * 1000
    this.state = form.querySelector('[data-form-state]')
    this.copy = document.querySelector('[data-form-state-copy]')
    this.others = document.querySelector('[data-form-others]')
    this.newer = document.querySelector('[data-form-newer]')
    form.addEventListener('input', () => this.change())
    form.addEventListener('change', () => this.change())
    form.addEventListener('submit', () => this.send())
    document.addEventListener('visibilitychange', () => document.hidden ? this.keep() : this.retry())
    addEventListener('online', () => this.retry())
    addEventListener('pagehide', () => this.leave())
    // The browser's way back shows the page as it was left.
    addEventListener('pageshow', event => { if (event.persisted) this.isLeaving = false })
    this.beat = setInterval(() => this.hear(), hearEvery)
    this.hear()
    if (form.dataset.unsaved === 'true') this.change()
  }

  change () {
    this.isChanged = true
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.keep(), this.quiet)
  }

  // What is under way must not arrive after what is being saved.
  send () {
    this.isLeaving = true
    clearTimeout(this.timer)
    this.request?.abort()
  }

  leave () {
    if (this.isLeaving) return
    const fields = this.fields()
    const options = { method: 'POST', body: fields, keepalive: true }
    if (this.isChanged && `${fields}`.length < mostWhenLeaving) fetch(this.address(), options).catch(() => {})
    else if (!this.isChanged) fetch(this.address('/closed'), { ...options, body: this.fields(false) }).catch(() => {})
  }

  async keep () {
    if (!this.isChanged || this.isLeaving) return
    clearTimeout(this.timer)
    this.isChanged = false
    try {
      this.request = new AbortController()
      const response = await fetch(this.address(), { method: 'POST', body: this.fields(), signal: this.request.signal })
      if (!response.ok) {
        this.fail(response.status)
        return
      }
      this.failures = 0
      const news = await response.json()
      this.say(`Saved ${news.kept}`)
      this.tell(news)
    } catch (error) {
      if (error.name !== 'AbortError') this.fail(0)
    }
  }

  fail (status) {
    this.isChanged = true
    this.failures++
    if (status === 401 || status === 400) {
      const link = document.createElement('a')
      link.href = '/sign-in'
      link.target = '_blank'
      link.rel = 'noopener'
      link.className = 'govuk-link'
      link.textContent = 'Sign in again (opens in a new tab)'
      this.say('You have been signed out. What you have typed is still here. ', link, ' and carry on.')
    } else if (status === 413) {
      this.say('This is too long to be kept while you write. Save the draft often.')
      return
    } else {
      this.say('Not saved: the portal cannot be reached. Keep this page open, it is tried again.')
    }
    this.timer = setTimeout(() => this.keep(), Math.min(this.quiet * 2 ** this.failures, longestPause))
  }

  retry () {
    if (this.failures > 0) this.keep()
  }

  async hear () {
    if (document.hidden || this.isLeaving) return
    try {
      const response = await fetch(this.address('/here'), { method: 'POST', body: this.fields(false) })
      if (response.ok) this.tell(await response.json())
    } catch {
      // Out of reach: the next change says so.
    }
  }

  tell (news) {
    this.show(this.others, news.others)
    this.show(this.newer, news.newer ? [news.newer] : [])
  }

  // A live region is read out when it changes.
  show (region, sentences) {
    if (!region || [...region.children].map(child => child.textContent.trim()).join('\n') === sentences.join('\n')) return
    region.replaceChildren(...sentences.map(sentence => {
      const paragraph = document.createElement('p')
      paragraph.className = 'govuk-inset-text'
      paragraph.textContent = sentence
      return paragraph
    }))
  }

  say (...parts) {
    const words = parts.map(part => part.textContent ?? part).join('')
    if (this.state.textContent === words) return
    this.state.replaceChildren(...parts)
    if (this.copy) this.copy.textContent = words
  }

  address (below = '') {
    return `${this.form.dataset.openForm}${below}${this.form.dataset.openFormQuery}`
  }

  // Files are sent when the form is saved.
  fields (isAll = true) {
    return new URLSearchParams([...new FormData(this.form)].filter(([name, value]) => typeof value === 'string' && (isAll || ofItself.includes(name))))
  }
}
