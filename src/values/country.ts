import { wordsOf } from './text.ts'

declare const countryMark: unique symbol

/** An ISO 3166-1 alpha-2 code in capitals. */
export type Country = string & { readonly [countryMark]: true }

/** ISO 3166-1: alpha-2 and alpha-3 together, and Kosovo, which has a code in practice but not in the standard. */
const codes =
  `ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH
  BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR
  BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP
  CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO
  FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB
  GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM
  JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR
  LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ
  MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU
  NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU
  ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR
  SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO
  TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKXKX
  YEYEM YTMYT ZAZAF ZMZMB ZWZWE`.split(/\s+/u)

export const countries: readonly Country[] = codes.map((pair) => pair.slice(0, 2) as Country)

/** The country of an ISO 3166-1 alpha-3 code in capitals; null when there is none. */
export function countryOfAlpha3(code: string): Country | null {
  const pair = codes.find((both) => both.slice(2) === code)
  return pair === undefined ? null : (pair.slice(0, 2) as Country)
}

/** Languages whose names for countries are understood; earlier ones win where a name is used twice. */
const languages =
  `en es zh zh-Hant de fr it pt nl ca eu gl sv da nb fi is pl cs sk hu ro bg hr sl sr et lv lt el tr ru uk
  ja ko vi id ms th ar he fa hi`.split(/\s+/u)

/** Names in use that neither the codes nor the languages above give. */
const aliases: Readonly<Record<string, string>> = {
  UK: 'GB',
  'Great Britain': 'GB',
  'U.K.': 'GB',
  England: 'GB',
  Scotland: 'GB',
  Wales: 'GB',
  'Northern Ireland': 'GB',
  Inglaterra: 'GB',
  Escocia: 'GB',
  'Gran Bretaña': 'GB',
  Großbritannien: 'GB',
  英格兰: 'GB',
  大不列颠: 'GB',
  'United States of America': 'US',
  'U.S.A.': 'US',
  'U.S.': 'US',
  America: 'US',
  EEUU: 'US',
  'EE.UU.': 'US',
  'E.U.A.': 'US',
  'Estados Unidos de América': 'US',
  美利坚合众国: 'US',
  Holland: 'NL',
  Holanda: 'NL',
  'The Netherlands': 'NL',
  Niederlande: 'NL',
  Czechia: 'CZ',
  'Czech Republic': 'CZ',
  'República Checa': 'CZ',
  BRD: 'DE',
  'República Federal de Alemania': 'DE',
  Méjico: 'MX',
  'Estados Unidos Mexicanos': 'MX',
  'Republic of Ireland': 'IE',
  Eire: 'IE',
  Éire: 'IE',
  Suiza: 'CH',
  'Republic of Korea': 'KR',
  Korea: 'KR',
  韩: 'KR',
  'Corea del Sur': 'KR',
  Russia: 'RU',
  'Russian Federation': 'RU',
  'P.R. China': 'CN',
  PRC: 'CN',
  'P.R.C.': 'CN',
  "People's Republic of China": 'CN',
  'Mainland China': 'CN',
  'República Popular China': 'CN',
  中国大陆: 'CN',
  中华人民共和国: 'CN',
  Taiwan: 'TW',
  'Taiwan, Province of China': 'TW',
  台湾: 'TW',
  臺灣: 'TW',
  台灣: 'TW',
  台湾省: 'TW',
  'Hong Kong': 'HK',
  香港: 'HK',
  'Hong Kong SAR': 'HK',
  Macau: 'MO',
  Macao: 'MO',
  澳门: 'MO',
  澳門: 'MO',
  UAE: 'AE',
  'U.A.E.': 'AE',
  EAU: 'AE',
  'Ivory Coast': 'CI',
  'Cape Verde': 'CV',
  Burma: 'MM',
  Swaziland: 'SZ',
  Macedonia: 'MK',
  Palestine: 'PS',
  'East Timor': 'TL',
  Vatican: 'VA',
  Kosovo: 'XK',
  Turkey: 'TR',
  Turkiye: 'TR',
  'República Bolivariana de Venezuela': 'VE',
  'Bolivarian Republic of Venezuela': 'VE',
  'Rep. Dominicana': 'DO',
  'Viet Nam': 'VN',
  'Lao PDR': 'LA',
  Syria: 'SY',
  Iran: 'IR',
  Moldova: 'MD',
  Tanzania: 'TZ',
  DRC: 'CD',
  RDC: 'CD',
}

const key = (name: string) => wordsOf(name).join('')

/** Built when first asked: about 8,000 names, some milliseconds. */
let known: Map<string, Country> | null = null

function namesOfCountries(): Map<string, Country> {
  const names = new Map<string, Country>()
  const learn = (name: string, country: Country) => {
    if (!names.has(key(name))) names.set(key(name), country)
  }
  for (const pair of codes) {
    learn(pair.slice(0, 2), pair.slice(0, 2) as Country)
    learn(pair.slice(2), pair.slice(0, 2) as Country)
  }
  for (const [name, code] of Object.entries(aliases)) learn(name, code as Country)
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const spoken = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })
      for (const country of countries) learn(spoken.of(country) ?? country, country)
    }
  }
  return names
}

/**
 * Reads a country as files write it: ISO codes of two or three letters, and names in about forty languages,
 * 'UK', 'Deutschland', 'EE. UU.', '台湾'. Case, accents and punctuation do not matter. Null when unknown.
 */
export function parseCountry(text: string): Country | null {
  known ??= namesOfCountries()
  return known.get(key(text)) ?? null
}
