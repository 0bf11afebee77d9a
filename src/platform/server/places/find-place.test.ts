import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { distanceMetres } from '../../../values/geo.ts'
import { findPlace, type Places } from './find-place.ts'
import { openPlaces } from './places.ts'

let places: Places

beforeAll(async () => {
  places = await openPlaces()
})

type Row = [city: string, region: string, country: string, latitude: number, longitude: number]

/** Found, marked approximate, and with the true centre inside the circle. */
function expectAt([city, region, country, latitude, longitude]: Row): void {
  const found = findPlace(places, { city, region, country })
  expect(found).toMatchObject({ how: 'approximate' })
  expect(found === null ? Number.NaN : distanceMetres(found, { latitude, longitude })).toBeLessThan(
    found?.accuracyMetres ?? 0,
  )
}

describe('cities as files write them', () => {
  test.each<Row>([
    ['México D.F.', '', 'Mexico', 19.43, -99.13],
    ['CDMX', 'Ciudad de México', 'MX', 19.43, -99.13],
    ['Cd. Juárez', 'Chih.', 'MX', 31.72, -106.46],
    ['Querétaro', 'Qro.', 'México', 20.59, -100.39],
    ['Mérida', 'Yucatán', 'MX', 20.97, -89.62],
    ['Mérida', 'Mérida', 'VE', 8.59, -71.14],
    ['I. de Margarita', 'Nueva Esparta', 'Venezuela', 10.96, -63.87],
    ['Tucumán', '', 'Argentina', -26.82, -65.22],
    ['Sao Paulo', 'SP', 'Brazil', -23.55, -46.63],
    ['Resende', 'SP', 'Brasil', -22.47, -44.45],
    ['Kobenhavn', '', 'Denmark', 55.68, 12.57],
    ['København K', '', 'DK', 55.68, 12.57],
    ['Aarhus', '', 'Danmark', 56.16, 10.21],
    ['Köln', '', 'Deutschland', 50.94, 6.96],
    ['Koeln', '', 'DE', 50.94, 6.96],
    ['Muenchen', '', 'DE', 48.14, 11.58],
    ['Frankfurt a.M.', '', 'Germany', 50.11, 8.68],
    ['Frankfurt/Main', '', 'DE', 50.11, 8.68],
    ['Frankfurt (Oder)', '', 'DE', 52.35, 14.55],
    ['Brandenburg', '', 'Germany', 52.41, 12.56],
    ['Münster', '', 'Germany', 51.96, 7.63],
    ['Genève', '', 'Switzerland', 46.2, 6.15],
    ['Ginebra', '', 'Suiza', 46.2, 6.15],
    ['Bienne', '', 'CH', 47.14, 7.25],
    ['St. Gallen', 'SG', 'CH', 47.42, 9.38],
    ['Torino', 'TO', 'Italy', 45.07, 7.69],
    ['Reggio Emilia', '', 'Italy', 44.7, 10.63],
    ['Castelfranco', 'TV', 'Italia', 45.67, 11.93],
    ['Lisboa', '', 'Portugal', 38.72, -9.13],
    ['Warszawa', '', 'Poland', 52.23, 21.01],
    ['Bruxelles', '', 'Belgique', 50.85, 4.35],
    ['Den Haag', '', 'Holland', 52.08, 4.3],
    ['Paris Cedex 08', '', 'France', 48.86, 2.35],
    ['Cowes', 'Isle of Wight', 'UK', 50.76, -1.3],
    ['Newport', 'Isle of Wight', 'UK', 50.7, -1.29],
    ['Newport', '', 'UK', 51.59, -3.0],
    ['Tsawassen', 'BC', 'Canada', 49.02, -123.08],
    ['Montreal', 'Québec', 'Canada', 45.51, -73.59],
    ['Elgin', 'OR', 'USA', 45.56, -117.92],
    ['Elgin', 'Oregon', 'USA', 45.56, -117.92],
    ['Elgin', '', 'USA', 42.04, -88.28],
    ['Portland, OR', '', 'USA', 45.52, -122.68],
    ['Saint Louis', 'MO', 'US', 38.63, -90.2],
    ['San Juan', 'PR', 'USA', 18.47, -66.11],
    ['Washington DC', '', 'US', 38.9, -77.04],
    ['Vitoria-Gasteiz', 'Álava', 'España', 42.85, -2.67],
    ['San Sebastián', 'Guipúzcoa', 'ES', 43.31, -1.98],
    ['Jerez', 'Cádiz', 'ES', 36.69, -6.14],
    ['Las Palmas', '', 'Spain', 28.1, -15.41],
    ['Sta. Cruz de Tenerife', '', 'ES', 28.47, -16.25],
    ['28001 Madrid', '', 'ES', 40.42, -3.7],
    ['Salamanca', '', 'ES', 40.97, -5.66],
    ['Barcelna', '', 'ES', 41.39, 2.16],
    ['東京都新宿区', '', '日本', 35.69, 139.69],
    ['서울특별시', '', '대한민국', 37.57, 126.98],
    ['臺北市信義區', '', '台湾', 25.05, 121.53],
    ['Москва', '', 'Россия', 55.75, 37.62],
  ])('%s, %s, %s', (...row) => expectAt(row))

  test.each<Row>([
    ['深圳市', '广东省', '中国', 22.54, 114.06],
    ['广东省深圳市南山区', '', 'CN', 22.53, 113.93],
    ['廣東省東莞市', '', 'China', 23.02, 113.75],
    ['上海', '', '中国', 31.23, 121.47],
    ['浦东新区', '上海市', 'CN', 31.22, 121.54],
    ['北京市朝阳区', '', 'CN', 39.92, 116.44],
    ['朝阳区', '北京市', 'CN', 39.92, 116.44],
    ['朝阳市', '辽宁省', 'CN', 41.57, 120.45],
    ['吉林市', '吉林省', 'CN', 43.84, 126.55],
    ['吉林市', '', 'CN', 43.84, 126.55],
    ['中山市', '广东', 'CN', 22.52, 113.38],
    ['长沙市', '湖南省', 'CN', 28.23, 112.94],
    ['苏州市昆山市', '江苏省', 'CN', 31.38, 120.98],
    ['昆山市', '', 'CN', 31.38, 120.98],
    ['泰州市', '江苏省', 'CN', 32.46, 119.92],
    ['台州市', '浙江省', 'CN', 28.66, 121.43],
    ['恩施土家族苗族自治州恩施市', '湖北省', 'CN', 30.28, 109.48],
    ['乌鲁木齐市天山区', '新疆维吾尔自治区', 'CN', 43.8, 87.61],
    ['盘锦市', '辽宁省', 'CN', 41.12, 122.07],
    ['香港', '', 'CN', 22.28, 114.17],
    ['Shenzhen', 'Guangdong', 'China', 22.54, 114.06],
    ['Guangzhou City', '', 'China', 23.12, 113.25],
    ['Xian', '', 'China', 34.26, 108.93],
  ])('%s, %s, %s', (...row) => expectAt(row))

  test.each([
    ['', '', 'ES'],
    ['Atlantis', '', 'ES'],
    ['Madrid', '', 'Nowhere'],
    ['Kiel', '', 'Spain'],
    ['Springfield', 'NV', 'US'],
    ['Alcalá', '', 'ES'],
    ['广东省', '', 'CN'],
    ["'; drop table customer; --", '', 'US'],
  ])('%j, %j, %j is not guessed', (city, region, country) => {
    expect(findPlace(places, { city, region, country })).toBeNull()
  })

  test('a post code chooses between towns of one name', () => {
    const named = (city: string, postalCode: string, country: string) =>
      findPlace(places, { city, postalCode, country })
    expect(named('Portland', '04101', 'US')?.longitude).toBeCloseTo(-70.26, 1)
    expect(named('Portland', '97201', 'US')?.longitude).toBeCloseTo(-122.68, 1)
    expect(named('Sevilla', '28001', 'ES')?.latitude).toBeCloseTo(37.38, 1)
  })

  test('whatever is asked, the answer lies in the country or one of its parts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('San', 'Santa', '朝阳', 'St', 'Villa', '市', '区'),
    )
    fc.assert(
      fc.property(text, text, fc.constantFrom('ES', 'CN', 'MX', 'JP'), (city, region, country) => {
        const found = findPlace(places, { city, region, country })
        if (found === null) return
        expect(country === 'CN' ? ['CN', 'HK', 'MO', 'TW'] : [country]).toContain(found.country)
        expect(found.accuracyMetres).toBeGreaterThan(1000)
      }),
      { numRuns: 1000 },
    )
  })
})
