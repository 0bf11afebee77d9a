declare const currencyMark: unique symbol

/** An ISO 4217 code in capitals. */
export type Currency = string & { readonly [currencyMark]: true }

/** Codes by number of decimals of the minor unit (ISO 4217 list one); those withdrawn since 2015 stay for old records. */
const byExponent: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF BYR',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
    CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
    MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP
    SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER
    ZAR ZMW ZWG ANG BGN CUC HRK LTL MRO SLL STD VEF ZWL`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const exponents = new Map<string, number>()
for (const [exponent, codes] of Object.entries(byExponent)) {
  for (const code of codes.split(/\s+/u)) exponents.set(code, Number(exponent))
}

export const currencies: readonly Currency[] = [...exponents.keys()].toSorted() as Currency[]

/** Reads an ISO 4217 code in any case; null when there is no such currency. */
export function parseCurrency(text: string): Currency | null {
  const code = text.trim().toUpperCase()
  return exponents.has(code) ? (code as Currency) : null
}

/** Decimals of the minor unit: 2 for EUR (cents), 0 for JPY, 3 for KWD. */
export function minorDigits(currency: Currency): number {
  const exponent = exponents.get(currency)
  if (exponent === undefined) throw new RangeError(`${currency} is no ISO 4217 currency`)
  return exponent
}
