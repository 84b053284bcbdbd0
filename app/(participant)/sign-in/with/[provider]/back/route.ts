import { GET as completeSignIn } from "@/app/api/auth/callback/[provider]/route";

/** Where providers sent people back to in earlier versions: those with `callbackAt: "former"` still do. */
export const GET = completeSignIn;
