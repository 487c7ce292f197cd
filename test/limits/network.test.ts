// The source of a request: the connection, what trusted proxies add to it, and what a visitor forges.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressBehind, networkOf, siteOf } from '../../api/domain/network.ts';
import { clientBehind } from '../../api/node/client-address.ts';

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    [' 203.0.113.7 ', '203.0.113.7'],
    ['203.0.113.7:51234', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:80', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2::9', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
  ])('%s lies in the site %s', (address, site) => {
    expect(siteOf(networkOf(address) ?? '')).toBe(site);
  });

  it.each([
    '',
    'unknown',
    '203.0.113',
    '203.0.113.256',
    '0127.0.0.1',
    '1.2.3.4.5',
    '2001:db8::1::2',
    ':',
    'g::1',
  ])('%j is none', address => {
    expect(networkOf(address)).toBeNull();
  });

  it('is one for all addresses of a /64, and another for the next', () => {
    fc.assert(
      fc.property(fc.ipV6(), address => {
        const network = networkOf(address);
        if (network === null || !network.endsWith('/64')) return;
        const neighbour = networkOf(network.replace('::/64', ':ffff:1:2:3'));
        expect(neighbour).toBe(network);
      }),
    );
  });

  it('never throws, whatever is sent', () => {
    fc.assert(fc.property(fc.string(), text => void networkOf(text)));
  });
});

describe('the address behind proxies', () => {
  it.each([
    ['no proxy: the connection', 0, undefined, '10.0.0.9'],
    ['no proxy, a made-up header', 0, '1.1.1.1', '10.0.0.9'],
    ['one proxy', 1, '203.0.113.7', '203.0.113.7'],
    ['one proxy, and what the visitor sent before it', 1, '1.1.1.1, 203.0.113.7', '203.0.113.7'],
    ['two proxies', 2, '203.0.113.7, 10.0.0.1', '203.0.113.7'],
    ['two proxies, and what the visitor sent', 2, '1.1.1.1,2.2.2.2, 203.0.113.7, 10.0.0.1', '203.0.113.7'],
    ['one proxy, nothing in the header', 1, undefined, '10.0.0.9'],
    ['two proxies, one entry', 2, '203.0.113.7', '203.0.113.7'],
    ['an empty entry', 1, '1.1.1.1,', null],
  ])('%s', (_, proxies, forwarded, address) => {
    expect(addressBehind(proxies, '10.0.0.9', forwarded)).toBe(address);
  });

  it('can never be moved by what the visitor puts in front', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 3 }), (invented, proxies) => {
        const added = ['203.0.113.7', '10.0.0.1', '10.0.0.2'].slice(0, proxies);
        expect(addressBehind(proxies, '10.0.0.9', [...invented, ...added].join(','))).toBe('203.0.113.7');
      }),
    );
  });
});

describe('on Node', () => {
  const request = (forwarded: string, remoteAddress?: string) => ({
    req: { header: (name: string) => (name === 'x-forwarded-for' ? forwarded : undefined) },
    env: remoteAddress ? { incoming: { socket: { remoteAddress } } } : {},
  });

  it('the header counts only where the settings name proxies', () => {
    expect(clientBehind(0)(request('1.1.1.1', '10.0.0.9'))).toBe('10.0.0.9');
    expect(clientBehind(1)(request('1.1.1.1', '10.0.0.9'))).toBe('1.1.1.1');
  });

  it('no connection means that nobody can tell, whatever the header says', () => {
    expect(clientBehind(1)(request('1.1.1.1'))).toBeNull();
  });
});
