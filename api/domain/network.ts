// From what a connection and its proxies say to the network a visitor comes from. Nothing of it is ever stored or logged.

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
/** An IPv4 address inside IPv6, as the URL parser writes it: `::ffff:102:304`. */
const MAPPED = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/;
const NETWORK_GROUPS = 4;
const SITE_GROUPS = 3;
const GROUPS = 8;

/**
 * The network an address belongs to: IPv4 as it is, IPv6 reduced to /64, because a household or a server has a whole
 * /64 to choose from. Takes ports, brackets and zones; null when it is no address.
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
 * The address a request came from, given the connection's own and what `X-Forwarded-For` says. Each trusted proxy adds
 * the address it was called from at the right end; only that many entries are believed, whatever stands before them is
 * the visitor's own invention.
 */
export function addressBehind(
  proxies: number,
  connection: string | undefined,
  forwarded: string | undefined,
): string | null {
  const chain = [...(forwarded?.split(',') ?? []), connection ?? ''];
  return chain[Math.max(0, chain.length - 1 - proxies)]?.trim() || null;
}
