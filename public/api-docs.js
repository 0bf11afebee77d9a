// Typing hides what doesn't hold every word; '/' goes to the field.
const field = document.querySelector('#filter')
const none = document.querySelector('#none')

function filter() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean)
  let left = 0
  for (const entry of document.querySelectorAll('[data-words]')) {
    const holds = words.every((word) => entry.dataset.words.includes(word))
    entry.hidden = !holds
    if (holds) left += 1
  }
  for (const section of document.querySelectorAll('section')) {
    section.hidden = section.querySelector('article:not([hidden])') === null
  }
  for (const list of document.querySelectorAll('nav ul')) {
    const empty = list.querySelector('li:not([hidden])') === null
    list.hidden = empty
    list.previousElementSibling.hidden = empty
  }
  none.hidden = left > 0
}

/** Opens the request that the address names. */
function openNamed() {
  const named = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null
  const details = named?.querySelector('details')
  if (details) details.open = true
}

field.addEventListener('input', filter)
addEventListener('hashchange', openNamed)
addEventListener('keydown', (event) => {
  if (event.key !== '/' || document.activeElement === field) return
  event.preventDefault()
  field.focus()
})
openNamed()
