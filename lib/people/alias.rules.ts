// Friendly words that are not first names, and no pair of which suggests a person's appearance, age, faith or views.
const adjectives = `
Airy Balmy Blithe Brave Breezy Bright Bubbly Calm Candid Careful Cheerful Clear Clever Coastal Cosy Crisp Curious
Daring Deft Dewy Eager Early Earnest Fearless Festive Fleet Friendly Gentle Glad Golden Graceful Heartfelt Hearty
Helpful Honest Hopeful Humming Jolly Keen Kindly Lively Lofty Loyal Lucky Mellow Merry Mindful Nimble Patient Plucky Quiet
Ready Shining Sincere Sparkling Spirited Steady Sunny Sure Swift`;

const birdsAndTrees = `
Alder Aspen Avocet Beech Bittern Blackthorn Bluebell Brambling Bunting Buzzard Cedar Chaffinch Chestnut Crossbill Curlew
Dipper Dunlin Dunnock Elm Fieldfare Firecrest Fulmar Goldfinch Goldcrest Goshawk Guillemot Gull Hawthorn Heron Hornbeam
Juniper Kestrel Kingfisher Kittiwake Lapwing Larch Linnet Magpie Maple Nightjar Nuthatch Osprey Oystercatcher
Pipit Plover Puffin Redshank Redstart Sandpiper Siskin Skylark Spruce Starling Stonechat Swallow Sycamore Treecreeper Turnstone
Wagtail Whinchat`;

const splitList = (names: string) => names.trim().split(/\s+/);
export const aliasParts = { adjectives: splitList(adjectives), birdsAndTrees: splitList(birdsAndTrees) };

/**
 * A friendly name that reveals nothing about the person: "Patient Curlew 42", one of 324,000.
 * @param pick returns a random integer from 0 to below its argument
 */
export function makeAlias(pick: (below: number) => number): string {
  const pickOne = (names: string[]) => names[pick(names.length)] ?? "";
  return `${pickOne(aliasParts.adjectives)} ${pickOne(aliasParts.birdsAndTrees)} ${10 + pick(90)}`;
}
