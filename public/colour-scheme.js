// Before the first paint, so that a dark screen never flashes white. A file, because inline scripts are forbidden.
;(function () {
  var chosen = null
  try {
    chosen = localStorage.getItem('relevo.colour-scheme')
  } catch {
    // Storage may be closed to us; the system's choice will do.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
})()
