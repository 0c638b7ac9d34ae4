export function CallsPage(_: Record<string, unknown>) { return null; }
