/** The query parameters that were given exactly once: a repeated one counts as absent. */
export function singleParams<Fields extends Record<string, string | string[] | undefined>>(
  params: Fields,
): { [Field in keyof Fields]?: string } {
  const result: { [Field in keyof Fields]?: string } = {};
  for (const name in params) {
    const value = params[name];
    if (typeof value === "string") result[name] = value;
  }
  return result;
}
