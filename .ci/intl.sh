#!/bin/sh
# intl.sh cflags|libs: how gettext() is found where the C library has none (macOS).
# SPDX-License-Identifier: MIT
case $(uname -s) in
Darwin)
	prefix=$(brew --prefix gettext 2>/dev/null) || exit 0
	case $1 in
	cflags) echo "-I$prefix/include" ;;
	libs) echo "-L$prefix/lib -lintl" ;;
	esac
	;;
esac
