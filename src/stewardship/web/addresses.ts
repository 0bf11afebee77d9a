/** A customer's page. */
export function customerAddress(id: string): string {
  return `/customers/${id}`
}
/** Two customers side by side. */
export function mergeAddress(first: string, second: string): string {
  return `/steward/merge/${first}/${second}`
}
