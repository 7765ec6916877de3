import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, type IconProps, IconSun, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useSignOut } from '../sign-in/use-sign-out.ts';

const SCHEMES: readonly { readonly value: MantineColorScheme; readonly label: string; readonly icon: ComponentType<IconProps> }[] = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'As the system', icon: IconDeviceDesktop },
];

/** What is mine, in a menu: profile, appearance, sign out. */
export function PersonalEntries() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <>
      <Menu.Item leftSection={<IconUser className="icon" />} renderRoot={(props) => <Link to="/profile" {...props} />}>
        Your profile
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label id="appearance">Appearance</Menu.Label>
      {SCHEMES.map(({ value, label, icon: Icon }) => (
        <Menu.Item
          key={value}
          closeMenuOnClick={false}
          leftSection={<Icon className="icon" />}
          rightSection={colorScheme === value && <IconCheck className="icon" />}
          role="menuitemradio"
          aria-checked={colorScheme === value}
          onClick={() => setColorScheme(value)}
        >
          {label}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<IconLogout className="icon" />} onClick={() => signOut.mutate()}>
        Sign out
      </Menu.Item>
    </>
  );
}
