"""What the Windows registry and the kernel answer; nothing of it exists elsewhere."""

import sys

if sys.platform == "win32":
    import ctypes
    import winreg

    from sharebook.vault.places_windows import Below

    _HIVES = {
        "HKLM": winreg.HKEY_LOCAL_MACHINE,
        "HKCU": winreg.HKEY_CURRENT_USER,
    }

    class ThisWindows:
        """The Windows this program runs on."""

        def drive_type(self, root: str) -> int:
            """Ask for the type of the drive at `root` (a letter and a colon)."""
            return int(ctypes.windll.kernel32.GetDriveTypeW(root))

        def below(self, hive: str, path: str, inner: str = "") -> Below:
            """Return the values of every key one step below `path`; none where it is not there."""
            found: Below = {}
            try:
                with winreg.OpenKey(_HIVES[hive], path) as key:
                    names = [winreg.EnumKey(key, at) for at in range(winreg.QueryInfoKey(key)[0])]
            except OSError:
                return {}
            for name in names:
                whole = "\\".join(part for part in (path, name, inner) if part)
                try:
                    with winreg.OpenKey(_HIVES[hive], whole) as key:
                        count = winreg.QueryInfoKey(key)[1]
                        values = [winreg.EnumValue(key, at) for at in range(count)]
                except OSError:  # not ours to read
                    continue
                found[name] = {label: value for label, value, _ in values}
            return found
