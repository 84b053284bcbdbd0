// caught by plugin: An end-to-end test leaves the environment alone
process.env.SECRET_KEY = "0".repeat(64);
