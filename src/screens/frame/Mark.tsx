/** Relevo's mark: two lanes and the baton between them. */
export function Mark({ size = 32 }: { size?: number }) {
  return <img src="/mark.svg" width={size} height={size} alt="Relevo" />
}
