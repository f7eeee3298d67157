// An empty search box says nothing: addresses are shorter without it.
export function leaveOutEmptySearches () {
  for (const input of document.querySelectorAll('form[method=get] .app-search__input')) {
    input.form.addEventListener('formdata', event => {
      if (event.formData.get(input.name) === '') event.formData.delete(input.name)
    })
  }
}
