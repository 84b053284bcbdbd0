"use server";

import { z } from "zod";
import { endSession, startDemoSession, startReceiptSession } from "@/lib/auth/current-session";
import { isDemo } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { findCastMember } from "@/lib/people/demo-cast.queries";
import { paths } from "@/lib/routes";

/** Signs the browser in as one of the cast. */
export const enterDemo = formAction({
  who: async () => null,
  params: z.object({ key: idParam }),
  run: async ({ params }) => {
    const member = isDemo() ? await findCastMember(params.key) : null;
    if (!member) throw new NotFound();
    await endSession();
    if (member.accountId) await startDemoSession(member.accountId);
    else if (member.participantId) await startReceiptSession(member.participantId);
    return member;
  },
  then: ({ result }) => result.startPath ?? paths.home,
});
