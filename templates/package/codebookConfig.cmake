# codebookConfig.cmake: what find_package(codebook) gives.
#
#   codebook::codebook   the headers, an INTERFACE library
#   codebook::tool       the program
#   codebook_generate()  headers, or other documents, from a catalog of one's own
#
# SPDX-License-Identifier: MIT
if(CMAKE_VERSION VERSION_LESS 3.20)
  set(codebook_FOUND FALSE)
  set(codebook_NOT_FOUND_MESSAGE "codebook needs CMake 3.20 or later")
  return()
endif()
# Also for the function below, whatever the project that calls it has set.
cmake_policy(VERSION 3.20)

# Found from where this file is, share/cmake/codebook, so that the tree can be moved.
get_filename_component(codebook_PREFIX "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
set(codebook_INCLUDE_DIR "${codebook_PREFIX}/include")
set(codebook_DATA_DIR "${codebook_PREFIX}/share/codebook")

if(NOT TARGET codebook::codebook)
  add_library(codebook::codebook INTERFACE IMPORTED)
  set_target_properties(codebook::codebook PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "${codebook_INCLUDE_DIR}")
endif()

if(NOT TARGET codebook::tool)
  add_executable(codebook::tool IMPORTED)
  set_target_properties(codebook::tool PROPERTIES
    IMPORTED_LOCATION "${codebook_PREFIX}/bin/codebook${CMAKE_HOST_EXECUTABLE_SUFFIX}")
endif()

# codebook_generate(TARGET name CATALOG file...
#                   [PREFIX prefix] [TEMPLATES dir] [PO dir] [ONLY kind...])
#
# Makes an INTERFACE library `name`; who links to it finds the headers that are made from
# the catalogs as <prefix/protocol.h>. They are made in the build directory, and again
# when a catalog or a template changes. PREFIX, TEMPLATES, PO and ONLY are the options of
# codebook(1); without ONLY it is the headers, without PO it is English.
function(codebook_generate)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "TARGET;PREFIX;TEMPLATES;PO" "CATALOG;ONLY")
  if(arg_UNPARSED_ARGUMENTS OR arg_KEYWORDS_MISSING_VALUES OR NOT arg_TARGET OR NOT arg_CATALOG)
    message(FATAL_ERROR "use: codebook_generate(TARGET name CATALOG file... "
      "[PREFIX prefix] [TEMPLATES dir] [PO dir] [ONLY kind...])")
  endif()
  if(NOT arg_ONLY)
    set(arg_ONLY header)
  endif()

  set(directory "${CMAKE_CURRENT_BINARY_DIR}/codebook/${arg_TARGET}")
  set(stamp "${directory}/stamp")
  set(templates "${codebook_DATA_DIR}/templates")
  if(arg_TEMPLATES)
    get_filename_component(templates "${arg_TEMPLATES}" ABSOLUTE)
  endif()

  get_target_property(tool codebook::tool IMPORTED_LOCATION)
  set(build "${tool}" build --out "${directory}" --templates "${templates}")
  set(catalogs "")
  foreach(catalog IN LISTS arg_CATALOG)
    get_filename_component(catalog "${catalog}" ABSOLUTE)
    list(APPEND catalogs "${catalog}")
    list(APPEND build --data "${catalog}")
  endforeach()
  if(arg_PO)
    get_filename_component(po "${arg_PO}" ABSOLUTE)
    list(APPEND build --po "${po}")
  else()
    list(APPEND build --po "${codebook_DATA_DIR}/po" --lang en)
  endif()
  foreach(kind IN LISTS arg_ONLY)
    list(APPEND build --only "${kind}")
  endforeach()
  if(arg_PREFIX)
    list(APPEND build --prefix "${arg_PREFIX}")
  endif()

  # Ninja has to know by name what the command makes, or it looks at the old header to
  # decide whether a source has to be compiled again. The names depend on the catalog.
  execute_process(COMMAND ${build} --list-outputs
    OUTPUT_VARIABLE outputs ERROR_VARIABLE errors RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    string(REPLACE "\n" "\n  " errors "${errors}") # indented, so that lines stay whole
    message(FATAL_ERROR "codebook_generate(TARGET ${arg_TARGET}):\n  ${errors}")
  endif()
  string(REGEX REPLACE "\n$" "" outputs "${outputs}")
  string(REPLACE "\n" ";" outputs "${outputs}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    ${catalogs} "${templates}/outputs.xml")

  file(MAKE_DIRECTORY "${directory}/include")
  add_custom_command(
    OUTPUT "${stamp}"
    BYPRODUCTS ${outputs}
    COMMAND ${build} --depfile "${stamp}.d"
    COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
    DEPENDS ${catalogs} "${tool}"
    DEPFILE "${stamp}.d"
    COMMENT "Generating ${arg_TARGET} with codebook"
    VERBATIM)
  add_custom_target("${arg_TARGET}-codebook" DEPENDS "${stamp}")
  add_library("${arg_TARGET}" INTERFACE)
  add_dependencies("${arg_TARGET}" "${arg_TARGET}-codebook")
  target_include_directories("${arg_TARGET}" INTERFACE "${directory}/include")
endfunction()
