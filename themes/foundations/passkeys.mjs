// Passkeys (Web Authentication). A form with data-passkey="get" or "create" has the browser use or make one, and sends what it answers.
// Forms that only use one are hidden until it is certain that the browser can.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0))

const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

const withBytes = descriptors => (descriptors ?? []).map(descriptor => ({ ...descriptor, id: bytes(descriptor.id) }))

// Browsers have methods of their own for both ways only since 2024 or 2025.
function readOptions (options) {
  const read = { ...options, challenge: bytes(options.challenge) }
  if (options.user) read.user = { ...options.user, id: bytes(options.user.id) }
  if (options.allowCredentials) read.allowCredentials = withBytes(options.allowCredentials)
  if (options.excludeCredentials) read.excludeCredentials = withBytes(options.excludeCredentials)
  return read
}

function writeCredential (credential) {
  const { response } = credential
  const written = { clientDataJSON: text(response.clientDataJSON) }
  if (response.attestationObject) {
    written.attestationObject = text(response.attestationObject)
    written.transports = response.getTransports?.() ?? []
  } else {
    written.authenticatorData = text(response.authenticatorData)
    written.signature = text(response.signature)
    if (response.userHandle) written.userHandle = text(response.userHandle)
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: written
  })
}

let waiting

async function ask (form, more) {
  // Only one request may be open: the one that waits in the field for the user name makes room for the button's.
  waiting?.abort()
  const asking = waiting = new AbortController()
  const token = form.elements.namedItem('__RequestVerificationToken').value
  const answer = await fetch(form.dataset.passkeyOptions, {
    method: 'POST',
    body: new URLSearchParams({ __RequestVerificationToken: token }),
    signal: asking.signal
  })
  if (!answer.ok) throw new Error(`The portal answered ${answer.status}.`)
  const publicKey = readOptions(await answer.json())
  const credential = await navigator.credentials[form.dataset.passkey]({ publicKey, signal: asking.signal, ...more })
  form.elements.namedItem('credential').value = writeCredential(credential)
  // Not requestSubmit: that would ask again.
  form.submit()
}

async function askWhenPressed (form) {
  const refused = form.querySelector('[data-passkey-refused]')
  refused.hidden = true
  try {
    await ask(form)
  } catch (error) {
    // The person has closed the browser's window, or the passkey is there already: neither is a fault of the page.
    if (error.name !== 'AbortError') refused.hidden = false
  }
}

async function offerAtOnce (form) {
  if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return
  // Whoever has pressed the button meanwhile is not interrupted.
  if (waiting) return
  try {
    await ask(form, { mediation: 'conditional' })
  } catch {
    // Nobody has asked for it, so nobody is told; the button still works.
  }
}

export function usePasskeys () {
  const forms = document.querySelectorAll('form[data-passkey]')
  const can = Boolean(window.PublicKeyCredential && navigator.credentials)
  for (const form of forms) {
    if (form.dataset.passkey === 'create') {
      document.querySelector('[data-passkey-missing]').hidden = can
      form.hidden = !can
    } else {
      form.hidden = !can
    }
    if (!can) continue
    form.addEventListener('submit', event => {
      // The portal says what is missing, before there is a passkey that nobody wants.
      if (form.querySelector('input:not([type=hidden])')?.value.trim() === '') return
      event.preventDefault()
      askWhenPressed(form)
    })
    if (form.dataset.passkeyAtOnce) offerAtOnce(form)
  }
}
