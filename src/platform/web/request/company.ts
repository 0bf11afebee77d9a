const key = 'relevo.company'

/** The company this browser works in, when its person belongs to several; the server picks the first otherwise. */
export function chosenCompany(): string | null {
  return localStorage.getItem(key)
}

export function chooseCompany(id: string | null): void {
  if (id === null) localStorage.removeItem(key)
  else localStorage.setItem(key, id)
}
