import type { Country } from './country.ts'
import { type Currency, parseCurrency } from './currency.ts'

/** The currency in daily use, by country; a guess to begin with, never more. */
const currencies: Readonly<Record<string, string>> = {
  EUR: `AD AT AX BE BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA XK YT BG`,
  USD: `AS BQ EC FM GU IO MH MP PR PW SV TC TL UM US VG VI`,
  GBP: `GB GG IM JE`,
  AUD: `AU CC CX HM KI NF NR TV`,
  NZD: `CK NU NZ PN TK`,
  CHF: `CH LI`,
  DKK: `DK FO GL`,
  NOK: `BV NO SJ`,
  MAD: `EH MA`,
  ILS: `IL PS`,
  XOF: `BF BJ CI GW ML NE SN TG`,
  XAF: `CF CG CM GA GQ TD`,
  XPF: `NC PF WF`,
  XCD: `AG AI DM GD KN LC MS VC`,
  XCG: `CW SX`,
}
const own = `AEAED AFAFN ALALL AMAMD AOAOA ARARS AWAWG AZAZN BABAM BBBBD BDBDT BHBHD BIBIF BMBMD BNBND BOBOB BRBRL BSBSD
  BTBTN BWBWP BYBYN BZBZD CACAD CDCDF CLCLP CNCNY COCOP CRCRC CUCUP CVCVE CZCZK DJDJF DODOP DZDZD EGEGP ERERN ETETB
  FJFJD FKFKP GEGEL GHGHS GIGIP GMGMD GNGNF GTGTQ GYGYD HKHKD HNHNL HTHTG HUHUF IDIDR ININR IQIQD IRIRR ISISK JMJMD
  JOJOD JPJPY KEKES KGKGS KHKHR KMKMF KPKPW KRKRW KWKWD KYKYD KZKZT LALAK LBLBP LKLKR LRLRD LSLSL LYLYD MDMDL MGMGA
  MKMKD MMMMK MNMNT MOMOP MRMRU MUMUR MVMVR MWMWK MXMXN MYMYR MZMZN NANAD NGNGN NINIO NPNPR OMOMR PAPAB PEPEN PGPGK
  PHPHP PKPKR PLPLN PYPYG QAQAR RORON RSRSD RURUB RWRWF SASAR SBSBD SCSCR SDSDG SESEK SGSGD SHSHP SLSLE SOSOS SRSRD
  SSSSP STSTN SYSYP SZSZL THTHB TJTJS TMTMT TNTND TOTOP TRTRY TTTTD TWTWD TZTZS UAUAH UGUGX UYUYU UZUZS VEVES VNVND
  VUVUV WSWST YEYER ZAZAR ZMZMW ZWUSD`

const byCountry = new Map<string, string>()
for (const [currency, members] of Object.entries(currencies)) {
  for (const country of members.split(/\s+/u)) byCountry.set(country, currency)
}
for (const pair of own.split(/\s+/u)) {
  const country = pair.slice(0, 2)
  const code = pair.slice(2)
  byCountry.set(country, code)
}

/** The currency most likely used in a country, or null where there is none of its own (Antarctica). */
export function usualCurrency(country: Country): Currency | null {
  return parseCurrency(byCountry.get(country) ?? '')
}

/** Where a country spans several time zones: the one most of its people live in. */
const zones: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Pohnpei',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Majuro',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
  VN: 'Asia/Ho_Chi_Minh',
}

/**
 * The time zone to begin with: the device's if it lies in the country, else the country's main one. `inCountry` are the
 * country's zones as far as they are known.
 */
export function usualTimeZone(country: Country, inCountry: readonly string[], device: string): string {
  return inCountry.includes(device) ? device : (zones[country] ?? inCountry[0] ?? device)
}
