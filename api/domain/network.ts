// The network of a visitor from the connection and the proxies' headers. None of it is stored or logged.

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
/** An IPv4 address inside IPv6, as the URL parser writes it: `::ffff:102:304`. */
const MAPPED = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/;
const NETWORK_GROUPS = 4;
const SITE_GROUPS = 3;
const GROUPS = 8;

/**
 * The network of an address: IPv4 unchanged, IPv6 reduced to /64, because a household or server can choose
 * among a whole /64. Accepts ports, brackets and zones; null when it is not an address.
 */
export function networkOf(address: string): string | null {
  const bare = withoutPort(address.trim());
  if (IPV4.test(bare)) return bare;
  const canonical = bare.includes(':') ? URL.parse(`http://[${bare}]/`)?.hostname.slice(1, -1) : undefined;
  if (!canonical) return null;
  const [, high, low] = MAPPED.exec(canonical) ?? [];
  if (high && low) return [high, low].flatMap(bytesOf).join('.');
  return `${expand(canonical).slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

const withoutZone = (address: string): string => address.split('%', 1)[0] ?? '';
/**
 * The site of a network (`networkOf`): IPv6 reduced to /48, because providers hand out as much to one customer (RFC 6177)
 * and a stranger could otherwise count as 65 536 networks; IPv4 as it is.
 */
export const siteOf = (network: string): string =>
  network.endsWith('::/64') ? `${network.split(':').slice(0, SITE_GROUPS).join(':')}::/48` : network;

function withoutPort(address: string): string {
  const [, inBrackets] = /^\[([^\]]+)\](?::\d+)?$/.exec(address) ?? [];
  if (inBrackets) return withoutZone(inBrackets);
  return withoutZone(address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1'));
}

const bytesOf = (group: string): number[] => {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 0xff];
};

function expand(canonical: string): string[] {
  const [head = [], tail = []] = canonical.split('::').map(half => half.split(':').filter(Boolean));
  return [...head, ...Array<string>(GROUPS - head.length - tail.length).fill('0'), ...tail];
}

/**
 * The address of a request, from the connection's own and `X-Forwarded-For`. Each trusted proxy appends the
 * address it was called from; only that many entries are believed, because a visitor can invent the earlier
 * ones.
 */
export function addressBehind(
  proxies: number,
  connection: string | undefined,
  forwarded: string | undefined,
): string | null {
  const chain = [...(forwarded?.split(',') ?? []), connection ?? ''];
  return chain[Math.max(0, chain.length - 1 - proxies)]?.trim() || null;
}
