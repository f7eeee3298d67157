// What editors' forms have beyond the portal's script. Every form works without it.
import { helpWriting } from './markdown.mjs'
import { keepOpenForms } from './open-form.mjs'
import { pickBySearch } from './pickers.mjs'
import { showWhatMatters } from './step-forms.mjs'

pickBySearch()
helpWriting()
keepOpenForms()
showWhatMatters()
