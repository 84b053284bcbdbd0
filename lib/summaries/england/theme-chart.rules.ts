import { formatNumber, partOf } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import type { Chart, HeatCell } from "@/lib/summaries/charts/drawing.rules";
import { shadeScale } from "@/lib/summaries/charts/shading";
import type { EnglandFacts } from "@/lib/summaries/england/england.rules";
import { figurePath } from "@/lib/summaries/figures/figure-filter.rules";
import { noPlace } from "@/lib/summaries/scope.rules";

/** More columns would not fit a desktop; the table has all. */
const drawnThemes = 8;

type ThemeTally = EnglandFacts["themes"][number];
const sumComments = (tallies: readonly ThemeTally[]) => tallies.reduce((sum, { comments }) => sum + comments, 0);

/** Comments by theme and area: a row for each area with comments, most first, and one for those without a place. */
export function themeChart({ areas, themes: tallies }: EnglandFacts): Chart {
  const names = new Map(tallies.map(({ id, name }) => [id, name]));
  const inPlace = (lepId: string) => tallies.filter((tally) => tally.lepId === lepId);
  const themes = [...names]
    .map(([id, name]) => ({ id, name, comments: sumComments(tallies.filter((tally) => tally.id === id)) }))
    .sort((a, b) => b.comments - a.comments);
  const places = [
    ...areas
      .map(({ id, name }) => ({ id, name, href: paths.lep(id) as string | null, tallies: inPlace(id) }))
      .sort((a, b) => sumComments(b.tallies) - sumComments(a.tallies)),
    { id: noPlace, name: "No place given", href: null, tallies: inPlace(noPlace) },
  ].filter((place) => place.tallies.length > 0);
  const drawn = themes.slice(0, drawnThemes);
  return {
    id: "themes",
    title: "Themes by area",
    claim: themeClaim(themes, places),
    description: `Comments by theme and place${themes.length > drawnThemes ? `, for the ${drawnThemes} themes with most comments; the table has all` : ""}. Darker: a greater share of what comments from that place are about. A comment on 2 themes counts under both.`,
    source: "As of the newest edition of each strategy.",
    drawing: {
      kind: "heat",
      name: "Area",
      columns: drawn.map(({ name }) => name),
      rows: places.map(({ id, name, href, tallies: own }) => {
        const shade = shadeScale(themes.map((theme) => sumComments(own.filter((tally) => tally.id === theme.id))));
        const cells = drawn.map((theme): HeatCell => {
          const counted = own.filter((tally) => tally.id === theme.id);
          const comments = sumComments(counted);
          return { text: formatNumber(comments), shade: shade(comments), href: listPath(id, theme.id, counted) };
        });
        return { id: id || "no-place", name, href, cells };
      }),
    },
    table: {
      columns: ["Area", ...themes.map(({ name }) => name)],
      rows: [
        ...places.map(({ name, tallies: own }) => [
          name,
          ...themes.map(({ id }) => sumComments(own.filter((tally) => tally.id === id))),
        ]),
        ["All of England", ...themes.map(({ comments }) => comments)],
      ],
    },
  };
}

/** The page that lists the comments; that of the area where they are on several strategies. */
function listPath(lepId: string, theme: string, counted: readonly ThemeTally[]): string | null {
  const [only, ...others] = counted;
  if (!only) return null;
  if (others.length === 0) return figurePath({ strategyId: only.strategyId, lepId }, { theme });
  return lepId === noPlace ? null : paths.lep(lepId);
}

function themeClaim(
  themes: readonly { id: string; name: string; comments: number }[],
  places: readonly { name: string; tallies: ThemeTally[] }[],
): string {
  const [most] = themes;
  if (!most) return "No comments have been published yet";
  const firsts = places.filter(({ tallies }) => {
    const counts = themes.map(({ id }) => sumComments(tallies.filter((tally) => tally.id === id)));
    return counts[0] === Math.max(...counts);
  });
  return `${most.name} has most comments: ${formatNumber(most.comments)} across England, and most in ${partOf(firsts.length, places.length, "place")}`;
}
