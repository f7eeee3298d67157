// A <details class="app-menu"> is a menu: Escape, a click elsewhere or leaving it by keyboard closes it.
export function closeMenus () {
  for (const menu of document.querySelectorAll('details.app-menu')) {
    menu.addEventListener('keydown', event => {
      if (event.key === 'Escape' && menu.open) {
        menu.open = false
        menu.querySelector('summary').focus()
      }
    })
    menu.addEventListener('focusout', event => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false
    })
    document.addEventListener('click', event => {
      if (!menu.contains(event.target)) menu.open = false
    })
  }
}
