/** Whether this is a time zone by which days and clocks can be told (an IANA name such as 'Europe/Madrid'). */
export function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
