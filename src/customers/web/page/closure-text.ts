/** A closure of every year as people say it: "1 Aug – 31 Aug (holidays)". */
export function closureText(
  { from, to, reason }: { from: string; to: string; reason?: string | undefined },
  language: string,
): string {
  const days = `${yearDayText(from, language)} – ${yearDayText(to, language)}`
  return reason === undefined || reason === '' ? days : `${days} (${reason})`
}

/** A day of every year, 'MM-DD', without a year. */
export function yearDayText(yearDay: string, language: string): string {
  // 2024 has a 29 February.
  const at = new Date(`2024-${yearDay}T00:00:00Z`)
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at)
}
