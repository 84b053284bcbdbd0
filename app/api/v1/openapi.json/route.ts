import { openApiDocument } from "@/app/api/v1/openapi.json/document";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json(openApiDocument);
}
