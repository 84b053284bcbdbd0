import { z } from "zod";
import { schemas } from "@/app/api/v1/openapi.json/schemas";
import { subjects } from "@/lib/areas/subject.rules";
import { embedTitles } from "@/lib/summaries/embed.rules";

type Schema = Record<string, unknown>;
type SchemaName = keyof typeof schemas;

const refOf = (name: string) => `#/components/schemas/${name}`;
const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
const { schemas: jsonSchemas } = z.toJSONSchema(registry, { uri: refOf });

const text: Schema = { type: "string" };
const slug: Schema = { name: "slug", in: "path", required: true, schema: text };
const chart: Schema = { name: "chart", in: "path", required: true, schema: text };
const subject: Schema = { name: "subject", in: "path", required: true, schema: { enum: subjects.map(({ id }) => id) } };

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const chartQuery: Schema[] = [
  { name: "lep", in: "query", schema: text },
  { ...subject, in: "query", required: false },
];

/** The OpenAPI 3.1 document. openapi.test.ts parses the responses with the same schemas. */
export const openApiDocument = {
  openapi: "3.1.0",
  info: {
    title: "At the Table",
    version: "1",
    description:
      "Everything here is public: what working people say about England's Local Industrial Strategies, and how it is moderated. No key is needed. Dates of comments are the Monday of the week in which they were published.",
    license: { name: "Open Government Licence v3.0 for the reference data", identifier: "OGL-UK-3.0" },
  },
  servers: [{ url: "/api/v1" }],
  paths: {
    "/england": okOperation(
      "Every chart of all of England as a table: people only as released, everything else as of the newest editions.",
      "England",
    ),
    "/england/figures.csv": fileOperation("The same figures, one a line.", "text/csv", [], []),
    "/england/charts/{chart}/figures.csv": fileOperation("One chart’s table.", "text/csv", [chart], []),
    "/england/charts/{chart}/chart.svg": fileOperation("One chart as a picture.", "image/svg+xml", [chart], []),
    "/unions/{slug}/figures.csv": fileOperation(
      "Who took part from one union's kinds of work, its responses and their answers, one figure a line.",
      "text/csv",
    ),
    "/unions/{slug}/charts/{chart}/figures.csv": fileOperation("One chart’s table.", "text/csv", [slug, chart], []),
    "/unions/{slug}/charts/{chart}/chart.svg": fileOperation(
      "One chart as a picture.",
      "image/svg+xml",
      [slug, chart],
      [],
    ),
    "/leps": okOperation("Every LEP, and every other body with a summary, with its strategies.", "Leps"),
    "/leps/{slug}/summary": slugOperation("Counts of published comments for one LEP or other body.", "LepSummary"),
    "/leps/{slug}/releases/{number}": slugOperation(
      "One release of counts of people, under disclosure control. It never changes. What is not in `cells` is not shown.",
      "LepRelease",
      [{ name: "number", in: "path", required: true, schema: { type: "integer" } }],
    ),
    "/leps/{slug}/summary.csv": fileOperation(
      "Every figure of a LEP’s summary, one a line, with where it comes from.",
      "text/csv",
    ),
    "/leps/{slug}/summary.xlsx": fileOperation(
      "The same table for a spreadsheet.",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "/leps/{slug}/paper": fileOperation(
      "The summary as a board paper: it prints as A4 with page numbers.",
      "text/html",
    ),
    "/leps/{slug}/paper.docx": fileOperation("The board paper for word processors.", docxType),
    "/leps/{slug}/answers.atom": fileOperation("What was answered in a LEP, as an Atom feed.", "application/atom+xml"),
    "/leps/{slug}/releases.atom": fileOperation("The releases of a LEP, as an Atom feed.", "application/atom+xml"),
    "/leps/{slug}/{subject}": fileOperation("The summary on one subject.", "text/html", [subject]),
    "/leps/{slug}/{subject}/paper": fileOperation("The same as a board paper.", "text/html", [subject]),
    "/leps/{slug}/{subject}/paper.docx": fileOperation("The same for word processors.", docxType, [subject]),
    "/leps/{slug}/{subject}/answers.atom": fileOperation(
      "What was answered on one subject, as an Atom feed.",
      "application/atom+xml",
      [subject],
    ),
    "/embed/leps/{slug}/{figure}": fileOperation(
      "One figure as a chart and its table, for a frame on your own page. 404 until there is something to show.",
      "text/html",
      [{ name: "figure", in: "path", required: true, schema: { enum: Object.keys(embedTitles) } }],
    ),
    "/strategies/{slug}/answers.atom": fileOperation(
      "What was answered on a strategy, as an Atom feed.",
      "application/atom+xml",
    ),
    "/strategies": okOperation("Every strategy.", "Strategies"),
    "/strategies/{slug}": slugOperation("One strategy with its sections.", "StrategyPage"),
    "/strategies/{slug}/summary": slugOperation(
      "Counts of all published comments on one strategy, from every place.",
      "EntireSummary",
    ),
    "/strategies/{slug}/summary.csv": fileOperation(
      "Every figure of a strategy’s summary, one a line, with where it comes from.",
      "text/csv",
    ),
    "/strategies/{slug}/summary.xlsx": fileOperation(
      "The same table for a spreadsheet.",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "/strategies/{slug}/summary/paper": fileOperation(
      "A strategy’s summary as a board paper: it prints as A4 with page numbers.",
      "text/html",
    ),
    "/strategies/{slug}/summary/paper.docx": fileOperation("The same for word processors.", docxType),
    "/strategies/{slug}/summary/charts/{chart}/figures.csv": fileOperation(
      "The table of one chart of a summary: themes, agreement, coverage or timeline. Pass `lep` for that of a LEP, and `subject` for one subject of it.",
      "text/csv",
      [chart, ...chartQuery],
    ),
    "/strategies/{slug}/summary/charts/{chart}/chart.svg": fileOperation(
      "The same chart as a picture.",
      "image/svg+xml",
      [chart, ...chartQuery],
    ),
    "/strategies/{slug}/comments": slugOperation(
      "Published comments, newest week first, 50 at a time. Pass `next` as `cursor` until it is null.",
      "Comments",
      [{ name: "cursor", in: "query", schema: text }],
    ),
    "/transparency": okOperation(
      "How each lead body's threads are moderated, and the head of its chain of decisions.",
      "Bodies",
    ),
    "/transparency/{slug}/record": textOperation(
      "The record of a lead body's decisions, 1,000 lines at a time: docs/record-format.md. Pass the last number as `after` until nothing comes.",
      [{ name: "after", in: "query", schema: { type: "integer", minimum: 0 } }],
    ),
    "/transparency/{slug}/record/heads": slugOperation("Last check number each day, the newest first.", "Heads"),
    "/transparency/timestamps": okOperation(
      "The newest days whose check numbers a provider timestamped, by RFC 3161. None where the operator has no provider.",
      "Timestamps",
    ),
  },
  components: { schemas: jsonSchemas },
};

function okOperation(summary: string, name: SchemaName) {
  return { get: { summary, responses: { 200: json("It is here.", name) } } };
}

function slugOperation(summary: string, name: SchemaName, more: Schema[] = []) {
  const responses = { 200: json("It is here.", name), ...failures(more.length > 0) };
  return { get: { summary, parameters: [slug, ...more], responses } };
}

function textOperation(summary: string, more: Schema[]) {
  const lines = { description: "It is here.", content: { "text/plain": { schema: text } } };
  return { get: { summary, parameters: [slug, ...more], responses: { 200: lines, ...failures(true) } } };
}

/** A file, a feed or a page outside the API. */
function fileOperation(summary: string, type: string, more: Schema[] = [], first: Schema[] = [slug]) {
  const responses = {
    200: { description: "It is here.", content: { [type]: { schema: text } } },
    404: { description: "There is nothing at this address." },
  };
  return { servers: [{ url: "/" }], get: { summary, parameters: [...first, ...more], responses } };
}

function failures(hasBadRequest: boolean) {
  return {
    ...(hasBadRequest && { 400: json("A parameter is wrong.", "Failure") }),
    404: json("There is nothing with that name.", "Failure"),
  };
}

function json(description: string, name: SchemaName) {
  return { description, content: { "application/json": { schema: { $ref: refOf(name) } } } };
}
