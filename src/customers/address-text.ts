type Address = {
  readonly street: string | null
  readonly postalCode: string | null
  readonly city: string | null
  readonly region: string | null
  readonly country: string | null
}

/** Where an address is said from the largest part to the smallest. */
const largestFirst = new Set(['CN', 'HK', 'JP', 'KR', 'MO', 'TW'])
const postalCodeLast = new Set(['AU', 'CA', 'GB', 'IE', 'IN', 'NZ', 'US'])

/** An address as it is written in its country; `countryName` is the country in the reader's language, null to leave it out. */
export function addressText(address: Address, countryName: string | null): string {
  const { street, postalCode, city, region, country } = address
  // A city that is its own province is said once.
  const province = region === city ? null : region
  if (country !== null && largestFirst.has(country)) {
    return [countryName, province, city, street, postalCode].filter(Boolean).join(' ')
  }
  if (country !== null && postalCodeLast.has(country)) {
    const end = [province, postalCode].filter(Boolean).join(' ')
    return [street, city, end, countryName].filter(Boolean).join(', ')
  }
  const town = [postalCode, city].filter(Boolean).join(' ')
  return [street, town, province, countryName].filter(Boolean).join(', ')
}
