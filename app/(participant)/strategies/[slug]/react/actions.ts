"use server";

import { z } from "zod";
import { startReceiptSession } from "@/lib/auth/current-session";
import { getClientKey } from "@/lib/auth/request-client";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { reactionInput } from "@/lib/comments/reactions/reaction.schema";
import { formAction, stay } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { withPuzzle } from "@/lib/forms/puzzle-reply";
import { paths } from "@/lib/routes";
import { groupCharacters } from "@/lib/security/base32";

/** Takes a reaction and goes on to the next comment; somebody new is shown their receipt first. */
export const sendReaction = formAction({
  params: z.object({ slug: idParam }),
  input: reactionInput,
  run: ({ person, params, input }) => {
    const send = async () => {
      const { participantId, receipt } = await reactToComment(person, params.slug, input, await getClientKey());
      if (!receipt) return null;
      await startReceiptSession(participantId);
      return stay({ values: {}, result: { receipt: groupCharacters(receipt, 5) } });
    };
    return withPuzzle(send, { pressedValue: input.value });
  },
  then: ({ params }) => paths.react(params.slug),
});
