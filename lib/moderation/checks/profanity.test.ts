import { expect, test } from "vitest";
import { profanity } from "@/lib/moderation/checks/profanity";

const found = (text: string) => {
  const input = { text, participantId: "p", recentTexts: [], isNewParticipant: false };
  return profanity.find(input as unknown as Parameters<typeof profanity.find>[0], {});
};

test.each([
  "The slag heaps at Redcar",
  "Trains from Scunthorpe and Penistone are always late",
  "Cockle pickers in Morecambe Bay need a safe path, and the dyke repairs are late",
  "Clear the scum off the ponds; it was old slag from the steelworks",
  "Buses to Bitchfield, Shitterton, Shittlehope, Twatley, Cockermouth, Lickey End and Great Cockup",
  "The works at Clitheroe, Sussex, Essex, Middlesex, Wankford and Cockfosters",
  "A prick of the finger for each blood test, and the bastard file in the tool store",
  "Mr Shitole, Ms Twatt and Dr Cuntz of the Assessment Classics class at the Arsenal canal basin",
  "The dam at Upper Slaughter; Lower Slag Lane; Prickwillow pumping station; the Scumbrum brook",
])("nothing strong in “%s”", (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  ["This is shit, and so are the shitty buses", ["shit", "shitty"]],
  ["Fucking managers, fucked us over, motherfuckers", ["Fucking", "fucked", "motherfuckers"]],
  ["That twat and his cunts, bitches and bastards", ["twat", "cunts", "bitches", "bastards"]],
  [
    "A shithole run by arseholes and dickheads, wankers all, bullshit",
    ["shithole", "arseholes", "dickheads", "wankers", "bullshit"],
  ],
  [
    "You slag. They are scum. He is a right prick, you old slags",
    ["You slag", "you old slags", "is a right prick", "are scum"],
  ],
])("what is strong in “%s”", (text, strong) => {
  expect(found(text).map(({ start, end }) => text.slice(start, end))).toEqual(strong);
});
