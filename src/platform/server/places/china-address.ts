import { type ChineseCity, placesByPinyin, type Province } from './china.ts'
import { clearWinner, type Gazetteer, likeliest } from './gazetteer.ts'
import type { FoundPlace } from './place-query.ts'
import { accuracyOf } from './score.ts'

/** The traditional characters of the names in the tables, and their simplified forms. */
const traditional =
  '廣東雲貴陝遼寧龍蘇漢長慶內灣濟煙臺廈門無錫鄭陽區縣關頭爾濱齊連瀋鐵嶺營錦撫蘭義烏紹興溫會揚鎮鹽淮馬鞍銅滁蕪蕭餘黃浦靜閔楊寶鬆嘉崇'
const simplified =
  '广东云贵陕辽宁龙苏汉长庆内湾济烟台厦门无锡郑阳区县关头尔滨齐连沈铁岭营锦抚兰义乌绍兴温会扬镇盐淮马鞍铜滁芜萧余黄浦静闵杨宝松嘉崇'
const simpler = new Map([...traditional].map((letter, at) => [letter, [...simplified][at] ?? letter]))

export function hasChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

function plain(text: string): string {
  const simple = [...text.normalize('NFKC')].map((letter) => simpler.get(letter) ?? letter).join('')
  return simple.replace(/[\s,，、·]/gu, '').replace(/^(?:中华人民共和国|中国)/u, '')
}

/** Takes the province off the front, also twice ('广东省' in one field, '广东省深圳市' in the next). */
function cutProvince(
  provinces: readonly Province[],
  text: string,
): { province: Province | null; rest: string } {
  for (const province of provinces) {
    const { name, short } = province
    const isCityOfThatName = text.startsWith(`${short}市`) && !name.endsWith('市')
    const head = text.startsWith(name) ? name : text.startsWith(short) && !isCityOfThatName ? short : null
    if (head !== null) return { province, rest: cutProvince([province], text.slice(head.length)).rest }
  }
  return { province: null, rest: text }
}

const suffix = /^(?:市辖区|市|地区|盟|林区|\p{Script=Han}{0,9}?自治州|州)?/u

function cutCity(cities: readonly ChineseCity[], text: string): { city: ChineseCity | null; rest: string } {
  const fitting = cities.filter((city) => text.startsWith(city.name))
  const city = fitting.toSorted((a, b) => b.name.length - a.name.length)[0] ?? null
  return city === null
    ? { city, rest: text }
    : { city, rest: text.slice(city.name.length).replace(suffix, '') }
}

function found(
  name: string,
  point: { latitude: number; longitude: number },
  accuracyMetres: number,
): FoundPlace {
  const { latitude, longitude } = point
  return { latitude, longitude, accuracyMetres, name, country: 'CN', how: 'approximate' }
}

const districtAccuracy = 8000

/** A district by the table of its city, else a county or district by its pinyin, near the city or in the province. */
function findDistrict(
  gazetteer: Gazetteer,
  province: Province | null,
  city: ChineseCity | null,
  text: string,
): FoundPlace | null {
  for (const [name, point] of city?.districts ?? []) {
    if (text.startsWith(name)) return found(`${city?.name}${name}`, point, districtAccuracy)
  }
  const written =
    /^(\p{Script=Han}{2,7}?)(?:自治县|新区|区|县|市|旗)/u.exec(text)?.[1] ?? (city === null ? text : null)
  if (written === null || !/^\p{Script=Han}{2,7}$/u.test(written)) return null
  const places = placesByPinyin(gazetteer, written, province?.admin ?? null, city?.point ?? null)
  const place =
    province === null ? clearWinner(gazetteer.cities, places) : likeliest(gazetteer.cities, places)
  if (place === null) return null
  const { latitudes, longitudes } = gazetteer.cities
  const point = { latitude: (latitudes[place] ?? 0) / 100_000, longitude: (longitudes[place] ?? 0) / 100_000 }
  return found(
    `${city?.name ?? ''}${written}`,
    point,
    Math.max(districtAccuracy, accuracyOf(gazetteer.cities, place)),
  )
}

/**
 * Finds a Chinese address by its divisions: '广东省深圳市南山区', '北京市朝阳区', '昆山市', with or without province.
 * Null when no city or county in it is known; a province alone is no place.
 */
export function findChinese(
  gazetteer: Gazetteer,
  provinces: readonly Province[],
  address: string,
): FoundPlace | null {
  const { province, rest } = cutProvince(provinces, plain(address))
  const among = province === null ? provinces.flatMap(({ cities }) => cities) : province.cities
  const cut = cutCity(among, rest)
  const isMunicipality = province?.name.endsWith('市') ?? false
  const city = cut.city ?? (isMunicipality ? (province?.cities[0] ?? null) : null)
  const home = province ?? provinces.find(({ name }) => name === city?.province) ?? null
  const after = cut.city === null ? rest.replace(suffix, '') : cut.rest
  return (
    findDistrict(gazetteer, home, city, after) ??
    (city === null ? null : found(city.name, city.point, city.accuracyMetres))
  )
}
