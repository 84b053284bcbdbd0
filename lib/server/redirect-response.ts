import { NextResponse } from "next/server";

/** A redirect of a route. The location is encoded, because headers hold no characters beyond Latin-1 and a slug in an address may. */
export const redirectResponse = (status: 303 | 307, location: string): NextResponse =>
  new NextResponse(null, { status, headers: { location: encodeURI(location) } });
