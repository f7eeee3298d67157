// The portal's script. Every page works without it; it makes pages quicker to use.
import { Accordion } from 'govuk-frontend/dist/govuk/components/accordion/accordion.mjs'
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { FileUpload } from 'govuk-frontend/dist/govuk/components/file-upload/file-upload.mjs'
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs'
import { PasswordInput } from 'govuk-frontend/dist/govuk/components/password-input/password-input.mjs'
import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs'
import { ServiceNavigation } from 'govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'
import { Tabs } from 'govuk-frontend/dist/govuk/components/tabs/tabs.mjs'
import { createAll } from 'govuk-frontend/dist/govuk/init.mjs'
import { showWhatIsChosen } from './conditionals.mjs'
import { useMedia } from './media.mjs'
import { closeMenus } from './menus.mjs'
import { usePasskeys } from './passkeys.mjs'
import { followProgress } from './progress.mjs'
import { leaveOutEmptySearches } from './searches.mjs'
import { suggestInSearchBoxes } from './suggestions.mjs'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

showWhatIsChosen()
for (const component of [
  Accordion, Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload, NotificationBanner,
  PasswordInput, Radios, ServiceNavigation, SkipLink, Tabs
]) {
  createAll(component)
}
closeMenus()
usePasskeys()
leaveOutEmptySearches()
suggestInSearchBoxes()
followProgress()
useMedia()
