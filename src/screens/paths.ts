/** Every address of the web app. Screens link by these names: `<Link to={paths.today}>`. */
export const paths = {
  signIn: '/sign-in',
  welcome: '/welcome',
  today: '/',
  customers: '/customers',
  people: '/people',
  settings: '/settings',
  me: '/me',
} as const
