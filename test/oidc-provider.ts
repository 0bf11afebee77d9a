import { type KeyObject, createHash, generateKeyPairSync, sign } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'

export type Client = { id: string; secret: string }

const part = (what: object) => Buffer.from(JSON.stringify(what)).toString('base64url')

function signed(key: KeyObject, claims: object): string {
  const text = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return new URLSearchParams(Buffer.concat(pieces).toString())
}

/**
 * An OpenID Connect provider on loopback at which one person is always signed in: the authorization code flow with PKCE,
 * tokens signed with RS256. `who` is what it says of the person.
 */
export async function anOidcProvider(client: Client, who: { sub: string; email: string; name: string }) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { challenge: string | null; nonce: string | null; redirect: string }>()
  let issuer = ''
  const person = { ...who, email_verified: true }

  const pages: Record<
    string,
    (
      request: IncomingMessage,
      url: URL,
      say: (what: object, status?: number) => void,
      response: ServerResponse,
    ) => Promise<void> | void
  > = {
    '/.well-known/openid-configuration': (_request, _url, say) =>
      say({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      }),
    '/keys': (_request, _url, say) =>
      say({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }),
    '/authorize': (_request, { searchParams }, _say, response) => {
      const code = `code-${codes.size}`
      const redirect = searchParams.get('redirect_uri') ?? ''
      codes.set(code, {
        challenge: searchParams.get('code_challenge'),
        nonce: searchParams.get('nonce'),
        redirect,
      })
      const back = new URL(redirect)
      back.searchParams.set('code', code)
      back.searchParams.set('state', searchParams.get('state') ?? '')
      response.writeHead(302, { location: back.href }).end()
    },
    '/token': async (request, _url, say) => {
      const form = await formOf(request)
      const basic = Buffer.from(
        (request.headers.authorization ?? '').replace(/^Basic /, ''),
        'base64',
      ).toString()
      const secret = form.get('client_secret') ?? basic.split(':')[1]
      const given = codes.get(form.get('code') ?? '')
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      const isProved = given?.challenge === null || given?.challenge === proof
      if (
        given === undefined ||
        secret !== client.secret ||
        !isProved ||
        given.redirect !== form.get('redirect_uri')
      )
        return say({ error: 'invalid_grant' }, 400)
      codes.delete(form.get('code') ?? '')
      const now = Math.floor(Date.now() / 1000)
      const claims = {
        ...person,
        iss: issuer,
        aud: client.id,
        iat: now,
        exp: now + 300,
        nonce: given.nonce ?? undefined,
      }
      say({
        access_token: 'access',
        token_type: 'Bearer',
        expires_in: 300,
        id_token: signed(privateKey, claims),
      })
    },
    '/userinfo': (_request, _url, say) => say(person),
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const say = (what: object, status = 200) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(what))
    const page = pages[url.pathname]
    if (page === undefined) say({}, 404)
    else void page(request, url, say, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return {
    issuer,
    /** Who is signed in there; may be changed. */
    person,
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}
