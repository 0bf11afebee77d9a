import type { Operation } from './operations.ts'

/** A request as it goes over the wire. */
export type Sent = { method: string; path: string; headers: Record<string, string>; body?: string }
/** What an operation becomes in one attacker's hands; an empty list where the class doesn't apply. */
export type HostileClass = { name: string; requests: (operation: Operation, theirs: string) => Sent[] }

const json = { 'content-type': 'application/json' }
const writes = (operation: Operation) => operation.method !== 'GET'

/** Texts that break careless programs, by class. They are JSON already, so that what JSON can't say can be sent too. */
const texts: Record<string, string> = {
  'a zero character': '"a\\u0000b"',
  'half a surrogate pair': '"\\ud800"',
  'sql in a text': `"'; drop table customer; --"`,
  'sql that is true': `"x' or '1'='1"`,
  'script in a text': '"<script>alert(1)</script>"',
  'a formula': '"=cmd|\' /C calc\'!A0"',
  'a path upwards': '"../../../../etc/passwd"',
  'line breaks for headers': '"x\\r\\nset-cookie: a=b"',
  'text written backwards': '"\\u202egnp.exe"',
  'a template': '"${7*7}{{7*7}}<%= 7*7 %>"',
  'an enormous text': `"${'x'.repeat(300_000)}"`,
  'a number beyond all': '1e400',
  'a negative number': '-99999999999999999999',
  'a fraction': '0.1',
  'true instead': 'true',
  'null instead': 'null',
  'an empty text': '""',
  'a list instead': '[[[]]]',
  'an object instead': '{"$gt":"","toString":1,"then":1}',
  'a prototype': '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
  'a long list': `[${Array.from({ length: 5000 }, () => '"x"').join(',')}]`,
}

const spoiledFields: HostileClass[] = Object.entries(texts).map(([name, value]) => ({
  name: `${name} in every field`,
  requests: (operation, theirs) => {
    if (operation.body === null) return []
    return Object.keys(operation.body).map((field) => {
      const others = Object.entries(operation.body ?? {}).filter(([other]) => other !== field)
      const parts = [
        ...others.map(([other, kept]) => `${JSON.stringify(other)}:${JSON.stringify(kept)}`),
        `${JSON.stringify(field)}:${value}`,
      ]
      return {
        method: operation.method,
        path: filled(operation, theirs),
        headers: json,
        body: `{${parts.join(',')}}`,
      }
    })
  },
}))

const spoiledParameters: HostileClass[] = [
  '%00',
  '%27%20or%201=1--',
  '..%2f..%2fetc',
  '%ff%fe',
  'x'.repeat(5000),
  '-1',
  'NaN',
  '[]',
  '%F0%9F%92%A3',
].map((value) => ({
  name: `${value.slice(0, 16)} as every parameter`,
  requests: (operation) => [
    ...(operation.path.includes('{')
      ? [
          {
            method: operation.method,
            path: operation.path.replaceAll(/\{\w+\}/g, value),
            headers: json,
            ...bodyOf(operation),
          },
        ]
      : []),
    ...operation.params
      .filter((parameter) => parameter.in === 'query')
      .map((parameter) => ({
        method: operation.method,
        path: `${filled(operation, zero)}?${parameter.name}=${value}`,
        headers: {},
      })),
  ],
}))

const zero = '00000000-0000-7000-8000-000000000000'

const bodies: [string, Record<string, string>, string][] = [
  ['no JSON at all', json, 'not json'],
  ['half of a JSON', json, '{"a":'],
  ['a list for a body', json, '[]'],
  ['a text for a body', json, '"x"'],
  ['null for a body', json, 'null'],
  ['nothing for a body', json, ''],
  ['a very deep body', json, '['.repeat(50_000)],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=1&b=2'],
  [
    'xml with an entity',
    { 'content-type': 'application/xml' },
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
  ],
  ['a body of another encoding', { 'content-type': 'application/json; charset=utf-16' }, '{"a":1}'],
  ['an unknown kind', { 'content-type': 'application/x-nothing' }, '\u0001\u0002'],
  ['a body beyond the limit', json, `{"name":"${'x'.repeat(3_000_000)}"}`],
]
const spoiledBodies: HostileClass[] = bodies.map(([name, headers, body]) => ({
  name,
  requests: (operation, theirs) =>
    writes(operation) && operation.body !== null
      ? [{ method: operation.method, path: filled(operation, theirs), headers, body }]
      : [],
}))

const others: HostileClass[] = [
  {
    name: 'another company’s ids',
    requests: (operation, theirs) =>
      operation.path.includes('{')
        ? [{ method: operation.method, path: filled(operation, theirs), headers: json, ...bodyOf(operation) }]
        : [],
  },
  {
    name: 'another company by header',
    requests: (operation, theirs) => [
      {
        method: operation.method,
        path: filled(operation, theirs),
        headers: { ...json, 'relevo-company': theirs },
        ...bodyOf(operation),
      },
    ],
  },
  {
    name: 'another site',
    requests: (operation, theirs) =>
      writes(operation)
        ? [
            {
              method: operation.method,
              path: filled(operation, theirs),
              headers: { ...json, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
              ...bodyOf(operation),
            },
          ]
        : [],
  },
  {
    name: 'another method',
    requests: (operation, theirs) => [
      {
        method: 'PROPFIND',
        path: filled(operation, theirs),
        headers: { 'x-http-method-override': 'DELETE' },
      },
    ],
  },
  {
    name: 'a forged key',
    requests: (operation, theirs) => [
      {
        method: operation.method,
        path: filled(operation, theirs),
        headers: { ...json, authorization: `Bearer rlv_${'a'.repeat(64)}` },
        ...bodyOf(operation),
      },
    ],
  },
]

export const hostileClasses: HostileClass[] = [
  ...spoiledFields,
  ...spoiledParameters,
  ...spoiledBodies,
  ...others,
]

function filled(operation: Operation, id: string): string {
  return operation.path.replaceAll(/\{\w+\}/g, id)
}

function bodyOf(operation: Operation): { body?: string } {
  return operation.body === null ? {} : { body: JSON.stringify(operation.body) }
}
