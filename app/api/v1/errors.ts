/** 404: it does not exist, or is not public. */
export const notFound = () => Response.json({ error: "There is nothing at this address." }, { status: 404 });

/** @param error what is wrong with the request */
export const badRequest = (error: string) => Response.json({ error }, { status: 400 });
