type Asked = { readonly name: string; readonly required?: boolean; readonly unless?: string | null }

/** The first field that a new record needs and the mapped ones don't give; undefined when none is missing. */
export function missingField<F extends Asked>(
  fields: readonly F[],
  given: { has: (name: string) => boolean },
): F | undefined {
  return fields.find(
    ({ name, required, unless }) =>
      required === true &&
      !given.has(name) &&
      !(unless !== undefined && unless !== null && given.has(unless)),
  )
}
