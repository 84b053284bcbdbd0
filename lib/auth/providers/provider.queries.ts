import type { Provider } from "@/lib/auth/providers/provider.schema";
import { env } from "@/lib/env";

/** The providers that the operator has configured, in that order. */
export const listProviders = (): Pick<Provider, "id" | "name">[] =>
  (env().SIGN_IN_PROVIDERS ?? []).map(({ id, name }) => ({ id, name }));

export const findProvider = (id: string): Provider | null =>
  env().SIGN_IN_PROVIDERS?.find((one) => one.id === id) ?? null;
