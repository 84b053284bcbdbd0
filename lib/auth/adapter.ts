import type { Adapter, AdapterUser } from "next-auth/adapters";
import { findSession, type StoredSession } from "@/lib/auth/session.queries";
import { deleteSession, insertSession } from "@/lib/auth/session.writes";
import { findSignInRequest, isProofValid } from "@/lib/auth/sign-in.queries";
import { maxCodeAttempts } from "@/lib/auth/sign-in.rules";
import {
  countSignInAttempt,
  createSignInRequest,
  markSignInRequestUsed,
  type NewSignInRequest,
  recordSignIn,
} from "@/lib/auth/sign-in.writes";
import { db, type Tx } from "@/lib/database/client";
import type { OnDemandTransaction } from "@/lib/database/on-demand-transaction";
import { emailColumns, emailIndexOf, findOrCreateAccount } from "@/lib/people/account.writes";
import { keyedHash } from "@/lib/security/encryption";
import { isLimitReached, isWithinLimit } from "@/lib/security/rate-limit";
import { unsealFrom } from "@/lib/security/sealed-columns";
import type { Role } from "@/prisma/generated/enums";

// next-auth's adapters over our tables. Those that sign somebody in are made anew for one call of next-auth, so that they
// can hold what next-auth has no notion of: the browser, the session to end, the second factor.

/** next-auth wants an address of every user: it gets the one that it gave us, or else the account's id. */
const userOf = (id: string, email = id): AdapterUser => ({ id, email, emailVerified: null });

/** What was found of a session, or why it could not be read: next-auth would swallow that. */
export type SessionUser = AdapterUser & ({ session: StoredSession } | { failure: unknown });

/**
 * Finds sessions. Built once, because next-auth wraps each method of an adapter again in every call. next-auth compares
 * `expires` with its clock, and removes the cookie of an expired one.
 */
export const sessionAdapter = {
  async getSessionAndUser(token) {
    try {
      const session = await findSession(token);
      if (!session) return null;
      const { accountId, participantId } = session.person;
      return userAndSession(token, session.endsAt, { ...userOf(accountId ?? participantId ?? ""), session });
    } catch (failure) {
      return userAndSession(token, new Date(Date.now() + 60_000), { ...userOf(""), failure });
    }
  },
  // next-auth would delete one that has expired. A job does, later: a clock that runs ahead for a moment ends nobody's.
  deleteSession: async () => {},
} satisfies Adapter;

const userAndSession = (sessionToken: string, expires: Date, user: SessionUser) => ({
  session: { sessionToken, userId: user.id, expires },
  user,
});

/** Ends a session. */
export const signOutAdapter = (): Adapter => ({ deleteSession: (token) => deleteSession(db(), token) });

/** next-auth demands both methods of each adapter for mails. */
const absent = (): never => {
  throw new Error("This call of next-auth does not come here.");
};

type MailRequest = Pick<NewSignInRequest, "token" | "code" | "browserToken" | "returnTo">;

/** Stores a request for a sign-in mail. It knows no accounts, so that nothing can depend on whether there is one. */
export const mailRequestAdapter = (request: MailRequest): Adapter => ({
  getUserByEmail: () => null,
  async createVerificationToken({ identifier, token, expires }) {
    const linkHash = fromHex(token);
    await db().$transaction((tx) =>
      createSignInRequest(tx, { ...request, email: identifier, linkHash, endsAt: expires }),
    );
    return null;
  },
  useVerificationToken: absent,
});

/** One sign-in: what next-auth does not know of it, and what came of it. */
export type SignIn = {
  /** All its writes are one transaction. */
  transaction: OnDemandTransaction;
  /** The session that the browser had before. */
  previousToken: string | null;
  /** Whether the provider has proved a second factor, by the operator's settings. */
  isSecondFactorVerified?: boolean;
  /** By mail: the browser, and the code if no link was used. */
  mail?: { browserToken: string; code: string | null };
  refusal?: "wrong" | "exhausted" | "expired";
  returnTo?: string | null;
  roles?: Role[];
};

/** The profile that we make of a provider's claims. */
export type ProviderProfile = {
  /** Issuer and subject. */
  id: string;
  /** An address that the provider may vouch for: it finds or makes the account of this address. */
  email?: string;
  /** Any other address: it is stored for mails, and never finds an account. */
  claimedEmail?: string | null;
};

/** Signs somebody in by the link or code of a mail, or by a provider. */
export const signInAdapter = (signIn: SignIn): Adapter => {
  const { transaction } = signIn;
  return {
    createVerificationToken: absent,
    async useVerificationToken({ token }) {
      const { mail } = signIn;
      if (!mail) return null;
      const now = new Date();
      const refuse = (refusal: SignIn["refusal"]) => {
        signIn.refusal = refusal;
        return null;
      };
      const proof = mail.code === null ? { linkHash: fromHex(token) } : { code: mail.code };
      const request = await findSignInRequest(proof, mail.browserToken, now);
      if (!request) return refuse("expired");
      // counted before the check and outside the transaction, so that of many attempts at once only five are checked
      const address = Buffer.from(request.emailIndex).toString("hex");
      const attempts = (await isLimitReached("sign-in-guess", address)) ? 1 : maxCodeAttempts;
      if (!(await countSignInAttempt(db(), request.id, now, attempts))) return refuse("exhausted");
      if (!isProofValid(proof, request)) {
        await isWithinLimit("sign-in-guess", address); // the owner is notified when it is reached
        return refuse("wrong");
      }
      if (!(await markSignInRequestUsed(await transaction.tx(), request.id, now))) return refuse("expired");
      signIn.returnTo = request.returnTo;
      return {
        identifier: unsealFrom("sign_in_requests.emailSealed", request.id, request.emailSealed),
        token,
        expires: request.endsAt,
      };
    },
    async getUserByEmail(email) {
      const emailIndex = emailIndexOf(email);
      const tx = await transaction.tx();
      const account = await tx.account.findUnique({ where: { emailIndex }, select: { id: true } });
      return account && userOf(account.id, email);
    },
    async getUserByAccount({ providerAccountId }) {
      const subjectIndex = subjectIndexOf(providerAccountId);
      const tx = await transaction.tx();
      // one at a time for each subject, so that two sign-ins at once create one account
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(encode(${subjectIndex}, 'hex'), 0))`;
      const identity = await tx.identity.findUnique({ where: { subjectIndex }, select: { accountId: true } });
      return identity && userOf(identity.accountId);
    },
    async createUser(profile: Omit<ProviderProfile, "id">) {
      return userOf(await createAccount(await transaction.tx(), profile));
    },
    updateUser: ({ id }) => userOf(id), // next-auth would note that the address is verified: that is all we store
    async linkAccount({
      userId,
      provider,
      providerAccountId,
    }: {
      userId: string;
      provider: string;
      providerAccountId: string;
    }) {
      const tx = await transaction.tx();
      await tx.identity.create({
        data: { accountId: userId, provider, subjectIndex: subjectIndexOf(providerAccountId) },
      });
    },
    async createSession(session) {
      const { sessionToken: token, userId: accountId } = session;
      const { previousToken, isSecondFactorVerified = false } = signIn;
      const tx = await transaction.tx();
      signIn.roles = await recordSignIn(tx, accountId);
      await insertSession(tx, { accountId, isSecondFactorVerified }, { token, previousToken });
      return session;
    },
  };
};

async function createAccount(tx: Tx, { email, claimedEmail }: Omit<ProviderProfile, "id">): Promise<string> {
  if (email) return findOrCreateAccount(tx, emailColumns(email));
  // without the index: it never finds an account
  const { id, emailSealed } = claimedEmail ? emailColumns(claimedEmail) : { id: undefined, emailSealed: null };
  return (await tx.account.create({ data: { id, emailSealed }, select: { id: true } })).id;
}

/** The hash by which an identity is found. @param subject issuer and subject, as in ProviderProfile */
const subjectIndexOf = (subject: string) => keyedHash("identity", subject);

const fromHex = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));
