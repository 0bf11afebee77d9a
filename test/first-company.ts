/** What a first run types; the password passes the strength check. */
export const firstCompany = {
  setupCode: 'TEST-CODE',
  company: {
    name: 'Bebidas del Norte',
    country: 'ES',
    currency: 'EUR',
    language: 'es',
    timeZone: 'Europe/Madrid',
  },
  person: { name: 'Carmen Vidal', email: 'carmen@example.com', password: 'tres tristes tigres 9' },
} as const
